import { fork } from 'node:child_process'
import { createServer } from 'node:http'
import { connect } from 'node:net'
import { join } from 'node:path'
import { neonConfig } from '@neondatabase/serverless'
import { sql } from 'drizzle-orm'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createWebSocketStream, WebSocketServer } from 'ws'
import { newId } from '@/server/kernel/id'
import { createTestDatabase } from '@/server/testing/database'
import { temporaryFolder } from '@/server/testing/folder'
import { connectTo } from './connect'
import { migrateDatabase } from './migrate'

describe('the embedded database', () => {
  const hold = (folder: string) => {
    const child = fork(join(import.meta.dirname, '../../testing/holder.ts'), [folder], {
      execArgv: ['--import', 'tsx'],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    onTestFinished(() => void child.kill('SIGKILL'))
    const answer = new Promise<string>((resolve) => child.once('message', (said) => resolve(String(said))))
    return { child, answer }
  }

  it('refuses a second process on its folder, and says what to do; a killed one gives it free', async () => {
    const folder = temporaryFolder()
    const first = hold(folder)
    expect(await first.answer).toBe('open')
    expect(await hold(folder).answer).toMatch(
      /in use by another process.*Stop that one.*TINY_STORE_DATA.*DATABASE_URL/,
    )
    const ended = new Promise((resolve) => first.child.once('exit', resolve))
    first.child.kill('SIGKILL')
    await ended
    expect(await hold(folder).answer).toBe('open')
  }, 60_000)
})

describe('a server', () => {
  it('that cannot be reached is named, without its password, and with the way out', async () => {
    const failing = connectTo('postgres://ada:secret@127.0.0.1:1/shop')
    await expect(failing).rejects.toThrow(
      /database at 127.0.0.1:1\/shop cannot be reached.*Check DATABASE_URL/,
    )
    await expect(failing).rejects.not.toThrow('secret')
  })
})

// The rest needs a server to talk to; CI gives one.
const server = process.env.DATABASE_URL
describe.runIf(server)('on Postgres', () => {
  const tables = sql`select count(*)::int as count from information_schema.tables where table_schema = 'log'`

  it('five processes may migrate at once', async () => {
    const url = await createTestDatabase(server ?? '')
    const connections = await Promise.all(Array.from({ length: 5 }, () => connectTo(url)))
    await Promise.all(connections.map(migrateDatabase))
    const { rows } = (await connections[0].db.execute(tables)) as unknown as { rows: unknown[] }
    expect(rows).toEqual([{ count: 6 }])
    await Promise.all(connections.map(({ close }) => close()))
  })

  it('what a transaction locked is free when it was given up, also because of a deadlock', async () => {
    const connection = await connectTo(server ?? '')
    const key = sql`hashtext(${newId()})`
    const given = Object.assign(new Error('deadlock detected'), { code: '40P01' })
    const failing = () =>
      connection.transaction(async (tx) => {
        await tx.execute(sql`select pg_advisory_xact_lock(${key})`)
        // Something that was asked at the same time is still under way.
        tx.execute(sql`select pg_sleep(0.1)`).catch(() => {})
        throw given
      })
    // A session that is open already: a new one would come too late to find it locked.
    await connection.session(async (other) => {
      await other.execute(sql`select 1`)
      await expect(failing()).rejects.toBe(given)
      const free = await other.execute(sql`select pg_try_advisory_lock(${key}) as free`)
      expect(free).toMatchObject({ rows: [{ free: true }] })
    })
    await connection.close()
  })

  it('a Neon host is reached by Neon’s driver, over WebSockets: migrations and transactions', async () => {
    const connection = await connectTo(await asNeon(await createTestDatabase(server ?? '')))
    expect(connection.name).toContain('Neon')
    await migrateDatabase(connection)
    const rolledBack = connection.transaction(async (tx) => {
      await tx.execute(sql`insert into log.lanes values ('test', 1, pg_current_xact_id())`)
      throw new Error('never mind')
    })
    await expect(rolledBack).rejects.toThrow('never mind')
    expect(await connection.db.execute(sql`select * from log.lanes`)).toMatchObject({ rows: [] })
    await connection.close()
  })

  it.each([
    ['of a server', (url: string) => url, '3s'],
    ['whose address has options of its own', (url: string) => `${url}?options=-c%20geqo%3Doff`, '3s'],
    ['of Neon', (url: string) => asNeon(url), '3s'],
    ['of Neon’s pooler', (url: string) => asNeon(url, '-pooler'), '0'],
  ])('the transactions %s hold nobody up for long', async (_, addressOf, after) => {
    const connection = await connectTo(await addressOf(server ?? ''))
    const limits = sql`select current_setting('lock_timeout') as locks,
      current_setting('idle_in_transaction_session_timeout') as idle, current_setting('jit') as jit`
    for (let times = 0; times < 2; times++)
      expect(await connection.transaction((tx) => tx.execute(limits))).toMatchObject({
        rows: [{ locks: '3s', idle: '4s', jit: 'off' }],
      })
    // What a pooler lends goes back as it was: others get it next.
    const left = await connection.session((session) => session.execute(limits))
    expect(left).toMatchObject({ rows: [{ locks: after }] })
    await connection.close()
  })
})

/** The address under which it would be Neon's. */
async function asNeon(address: string, pooler = ''): Promise<string> {
  const url = new URL(address)
  const proxy = await webSocketProxy(url.hostname, Number(url.port || 5432))
  neonConfig.wsProxy = () => `127.0.0.1:${proxy}/v1`
  neonConfig.useSecureWebSocket = false
  neonConfig.pipelineConnect = false
  url.hostname = `ep-test${pooler}.eu-central-1.aws.neon.tech`
  return url.href
}

/** What Neon has in front of its databases: WebSocket frames in, the wire protocol out. */
async function webSocketProxy(host: string, port: number): Promise<number> {
  const http = createServer()
  const sockets = new WebSocketServer({ server: http })
  sockets.on('connection', (socket) => {
    const stream = createWebSocketStream(socket)
    const postgres = connect(port, host)
    stream.pipe(postgres).pipe(stream)
    for (const end of [stream, postgres]) end.on('error', () => stream.destroy())
  })
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    sockets.close()
    http.close()
  })
  return (http.address() as { port: number }).port
}
