import type { Pool, PoolClient } from 'pg'
import { log } from '../log'
import { WORK_AS_APP } from './app-role'
import type { Connection, Database } from './connect'
import { sever } from './listener'

type Sessions = {
  /** Whether a connection is one session, which is set up once. A pooler lends one for each transaction. */
  ours: boolean
  /** Settings that each has or gets, such as `jit = off`. */
  limits: string[]
}

const set = (scope: 'session' | 'local', limits: string[]) =>
  limits.map((limit) => `set ${scope} ${limit}`).join('; ')

/**
 * Drizzle's own transaction on a pool keeps the connection for ever when BEGIN fails, and hears nothing of one that
 * breaks in the middle. So the connection is taken and given back here, and thrown away when it is not to be trusted.
 * A connection's transactions are all the same object, by which `prepared` knows what was built for it. Statements are
 * sent without waiting for the one before (pg's pipeline), so that whoever has several sends them in one go.
 */
export function over(
  pool: Pool,
  drizzle: (client: Pool | PoolClient) => Database,
  { ours, limits }: Sessions,
): Pick<Connection, 'db' | 'session' | 'transaction' | 'workAsApp' | 'sever' | 'pool'> {
  const begin = ours ? 'begin' : ['begin', set('local', limits)].join('; ')
  const clients = new Set<PoolClient>()
  pool.on('connect', (client) => {
    clients.add(client)
    // Between two users nobody listens to a connection, and it may break just then: in what Postgres says last, the end
    // of a statement and that of the session come together.
    client.on('error', () => {})
    if (!ours) return
    // Not waited for: whatever is asked of it comes after.
    if (limits.length > 0)
      client
        .query(set('session', limits))
        .catch((error) => log.warn({ error }, 'A connection to the database goes without its limits'))
    workAsApp(client)
  })
  pool.on('remove', (client) => clients.delete(client))
  // An idle connection that breaks is replaced by the pool; unheard, the event would end the process.
  pool.on('error', (error) => log.warn({ error }, 'A connection to the database broke'))
  const known = new WeakMap<PoolClient, Database>()
  async function take<T>(work: (client: PoolClient, database: Database) => Promise<T>): Promise<T> {
    const client = await pool.connect()
    let lost = false
    const onError = () => {
      lost = true
    }
    client.on('error', onError)
    try {
      const database = known.get(client) ?? drizzle(client)
      known.set(client, database)
      return await work(client, database)
    } catch (error) {
      // Waited for, also after a deadlock: whoever tries again at once finds nothing locked any more.
      if (!lost)
        await client.query('rollback').catch(() => {
          lost = true
        })
      throw error
    } finally {
      client.off('error', onError)
      client.release(lost)
    }
  }
  return {
    db: drizzle(pool),
    session: (work) => take((_, database) => work(database)),
    pool: () => ({ total: pool.totalCount, idle: pool.idleCount, waiting: pool.waitingCount }),
    workAsApp: async () => {
      if (!ours) return false
      const taken = await Promise.all([...clients].map(workAsApp))
      return taken.every(Boolean)
    },
    sever: () => {
      for (const client of clients) sever(client)
    },
    transaction: (work) =>
      take(async (client, database) => {
        // Not waited for: it is on its way together with the first statement, and when it fails so does that.
        const begun = client.query(begin)
        const [result] = await Promise.all([work(database), begun])
        const { command } = await client.query('commit')
        // A statement failed and the work went on as if it had not: Postgres then undoes it all without an error.
        if (command !== 'COMMIT')
          throw new Error('The transaction was rolled back: a statement in it had failed')
        return result
      }),
  }
}

async function workAsApp(client: PoolClient): Promise<boolean> {
  try {
    const { rows } = await client.query(WORK_AS_APP)
    return rows.length > 0
  } catch (error) {
    // A connection that is at its end is followed by one that asks for itself.
    return !isRefused(error)
  }
}

const isRefused = (error: unknown) => (error as { code?: string }).code === '42501'
