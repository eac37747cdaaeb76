import { Pool as NeonPool, neonConfig } from '@neondatabase/serverless'
import { drizzle as drizzleNeon } from 'drizzle-orm/neon-serverless'
import { drizzle as drizzlePg } from 'drizzle-orm/node-postgres'
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core'
import { Pool } from 'pg'
import WebSocket from 'ws'
import { processWide } from '../process-wide'
import type { Settings } from '../settings'
import { writeCheckpoints } from './checkpoint'
import { EmbeddedSocket, openEmbedded } from './embedded'
import { over } from './pool'
import { PreparingClient } from './preparing-client'

/** The one type for all drivers; a transaction is one too. */
export type Database = PgDatabase<PgQueryResultHKT>

export type Connection = {
  db: Database
  transaction: <T>(work: (tx: Database) => Promise<T>) => Promise<T>
  /** Runs the work on one connection, each statement by itself. */
  session: <T>(work: (database: Database) => Promise<T>) => Promise<T>
  /** For people: which database this is, without its secrets. */
  name: string
  /** Whether other processes may use it too. The embedded database has one process and one session. */
  shared: boolean
  /** Lays down what only the owner of the tables may do, also where a connection was there before the role. Answers whether. */
  workAsApp: () => Promise<boolean>
  /** How many connections there are, how many nobody uses, and how many are waited for. */
  pool: () => { total: number; idle: number; waiting: number }
  /** Breaks all connections at once: what waits for a database that is gone fails now, and is tried again. */
  sever: () => void
  close: () => Promise<void>
}

const POOL_SIZE = 20
/** A request is answered within five seconds, if only to say that the database is away. */
const CONNECT_MS = 3_000
const connection = processWide<Connection>('database')

/** The open database. Inside a unit of work use its `tx`: the embedded database has one session and would wait in vain. */
export function db(): Database {
  return connected().db
}

/** Runs the work in one transaction: it is committed whole when the work is done, and undone when it throws. */
export function transaction<T>(work: (tx: Database) => Promise<T>): Promise<T> {
  return connected().transaction(work)
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
    pipeline: true,
    idleTimeoutMillis: 0,
    Client: PreparingClient,
    stream: () => new EmbeddedSocket(postgres) as never,
    user: 'postgres',
    database: 'postgres',
  })
  const open = over(pool, (client) => drizzlePg({ client }), { ours: true, limits: [] })
  const endCheckpoints = writeCheckpoints(open)
  return {
    ...open,
    name: 'embedded Postgres (PGlite)',
    shared: false,
    sever: () => {},
    close: async () => {
      endCheckpoints()
      await pool.end()
      await postgres.close()
    },
  }
}

/**
 * Statements this short take longer to compile than to run. A process that is frozen in the middle of a transaction must not
 * hold its locks for as long as it sleeps, nor get one after the other that it was waiting for.
 */
const LIMITS = ['jit = off', "idle_in_transaction_session_timeout = '4s'", "lock_timeout = '3s'"]

/** Opens a database server: Neon's by its own driver. Throws an error that names it and the way out. */
export async function connectTo(url: string): Promise<Connection> {
  const { hostname, port, pathname } = new URL(url)
  const neon = isNeon(url)
  const where = `${hostname}${port ? `:${port}` : ''}${pathname}`
  const options = {
    connectionString: url,
    max: POOL_SIZE,
    connectionTimeoutMillis: CONNECT_MS,
    pipeline: true,
  }
  if (neon) neonConfig.webSocketConstructor ??= WebSocket
  // Neon's pool is pg's, over WebSockets.
  const pool = neon
    ? (new NeonPool(options) as unknown as Pool)
    : new Pool({ ...options, Client: PreparingClient })
  const open = over(
    pool,
    (client) => (neon ? drizzleNeon({ client: client as never }) : drizzlePg({ client })),
    { ours: !isPooled(url), limits: LIMITS },
  )
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
    ...open,
    name: `${neon ? 'Neon' : 'Postgres'} at ${where}`,
    shared: true,
    close: () => pool.end(),
  }
}

/** A pooler lends a session for one transaction: what one lays down, another would miss. */
const isPooled = (url: string) => isNeon(url) && new URL(url).hostname.includes('-pooler.')

/** Neon's databases are reached by its own driver. */
export const isNeon = (url: string) => /\.neon\.(tech|build)$/.test(new URL(url).hostname)

/** Node reports a host with several addresses as one error without words around several. */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join(', ')
  return error instanceof Error && error.message ? error.message : String(error)
}
