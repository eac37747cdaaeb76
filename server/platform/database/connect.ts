import { Pool as NeonPool, neonConfig } from '@neondatabase/serverless'
import { drizzle as drizzleNeon } from 'drizzle-orm/neon-serverless'
import { drizzle as drizzlePg } from 'drizzle-orm/node-postgres'
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core'
import { Pool } from 'pg'
import WebSocket from 'ws'
import { processWide } from '../process-wide'
import type { Settings } from '../settings'
import { EmbeddedSocket, openEmbedded } from './embedded'
import { PreparingClient } from './preparing-client'

/** The one type for all drivers; a transaction is one too. */
export type Database = PgDatabase<PgQueryResultHKT>

export type Connection = {
  db: Database
  /** For people: which database this is, without its secrets. */
  name: string
  /** Whether other processes may use it too. The embedded database has one process and one session. */
  shared: boolean
  close: () => Promise<void>
}

const POOL_SIZE = 20
const connection = processWide<Connection>('database')

/** The open database. Inside a unit of work use its `tx`: the embedded database has one session and would wait in vain. */
export function db(): Database {
  return connected().db
}

export function connected(): Connection {
  const open = connection.get()
  if (!open) throw new Error('The database is not open yet: boot() comes first')
  return open
}

export async function openDatabase(
  settings: Pick<Settings, 'databaseUrl' | 'dataFolder'>,
): Promise<Connection> {
  const { databaseUrl, dataFolder } = settings
  const open = databaseUrl ? await connectTo(databaseUrl) : await embedded(dataFolder)
  connection.set(open)
  return open
}

export async function closeDatabase(): Promise<void> {
  const open = connection.get()
  connection.set(undefined)
  await open?.close()
}

async function embedded(folder: string): Promise<Connection> {
  const postgres = await openEmbedded(folder)
  const pool = new Pool({
    max: 1,
    idleTimeoutMillis: 0,
    Client: PreparingClient,
    stream: () => new EmbeddedSocket(postgres) as never,
    user: 'postgres',
    database: 'postgres',
  })
  return {
    db: drizzlePg({ client: pool }),
    name: 'embedded Postgres (PGlite)',
    shared: false,
    close: async () => {
      await pool.end()
      await postgres.close()
    },
  }
}

/** Opens a database server: Neon's by its own driver. Throws an error that names it and the way out. */
export async function connectTo(url: string): Promise<Connection> {
  const { hostname, port, pathname } = new URL(url)
  const neon = /\.neon\.(tech|build)$/.test(hostname)
  const where = `${hostname}${port ? `:${port}` : ''}${pathname}`
  const options = { connectionString: url, max: POOL_SIZE, connectionTimeoutMillis: 5_000 }
  if (neon) neonConfig.webSocketConstructor ??= WebSocket
  // Neon's pool is pg's, over WebSockets.
  const pool = neon
    ? (new NeonPool(options) as unknown as Pool)
    : new Pool({ ...options, Client: PreparingClient })
  // An idle connection that breaks is replaced by the pool; unheard, the event would end the process.
  pool.on('error', (error) => console.warn(`A connection to the database broke: ${error.message}`))
  try {
    await pool.query('select 1')
  } catch (error) {
    await pool.end().catch(() => {})
    throw new Error(
      `The database at ${where} cannot be reached: ${reasonOf(error)}. Check DATABASE_URL and that the server accepts ` +
        'connections, or unset it to use the embedded database.',
    )
  }
  return {
    db: neon ? drizzleNeon({ client: pool as unknown as NeonPool }) : drizzlePg({ client: pool }),
    name: `${neon ? 'Neon' : 'Postgres'} at ${where}`,
    shared: true,
    close: () => pool.end(),
  }
}

/** Node reports a host with several addresses as one error without words around several. */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join(', ')
  return error instanceof Error && error.message ? error.message : String(error)
}
