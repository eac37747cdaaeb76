import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, existsSync, mkdtempSync, openSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { Client } from 'pg'
import { freePort } from '../running-shop'

export type Cluster = {
  url: string
  /** As a power cut does it: nothing is finished, nothing written. Resolves when it is gone. */
  stopHard: () => Promise<void>
  /** Resolves when it has recovered and answers. */
  start: () => Promise<void>
  /** As a network that swallows everything: connections stay, and nobody answers. */
  freeze: () => void
  thaw: () => void
  close: () => Promise<void>
}

const START_LIMIT_MS = 60_000

/** A Postgres server of the campaign's own, in a temporary folder, as durable as a real one. */
export async function openCluster(): Promise<Cluster> {
  const bin = findPostgres()
  const owner = process.getuid?.() === 0 ? accountOf('postgres') : undefined
  const folder = mkdtempSync(join(tmpdir(), 'tiny-store-campaign-db-'))
  const give = { cwd: folder, ...owner }
  if (owner) chownSync(folder, owner.uid, owner.gid)
  const data = join(folder, 'db')
  execFileSync(join(bin, 'initdb'), ['-D', data, '-U', 'postgres', '-A', 'trust', '--no-sync'], give)
  const port = await freePort()
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`
  const log = openSync(join(folder, 'log'), 'a')
  let server: ChildProcess | undefined

  const settings = { port, fsync: 'on', max_connections: 200, unix_socket_directories: folder }
  const start = async () => {
    const given = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
    server = spawn(join(bin, 'postgres'), ['-D', data, ...given], { ...give, stdio: ['ignore', log, log] })
    const until = Date.now() + START_LIMIT_MS
    while (!(await answers(url))) {
      if (server.exitCode !== null || Date.now() > until) {
        throw new Error(`Postgres did not start; its log is ${join(folder, 'log')}`)
      }
      await wait(50)
    }
  }
  // SIGQUIT is Postgres' immediate shutdown.
  const stopHard = async () => {
    if (!server || server.exitCode !== null) return
    const ended = once(server, 'exit')
    server.kill('SIGQUIT')
    await ended
  }
  const signal = (name: 'STOP' | 'CONT') => {
    server?.kill(`SIG${name}`)
    execFileSync('pkill', [`-${name}`, '-P', String(server?.pid)])
  }
  process.once('exit', () => {
    server?.kill('SIGQUIT')
    rmSync(folder, { recursive: true, force: true })
  })
  await start()
  return {
    url,
    start,
    stopHard,
    freeze: () => signal('STOP'),
    thaw: () => signal('CONT'),
    close: async () => {
      await stopHard()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Whether the server at the address answers a query. */
async function answers(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 2_000 })
  client.on('error', () => {})
  try {
    await client.connect()
    await client.query('select 1')
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => {})
  }
}

/** Where the server's binaries are: distributions keep them off the PATH. */
function findPostgres(): string {
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : []
  const folders = [
    ...(process.env.PATH ?? '').split(delimiter),
    ...versions.map((version) => join(debian, version, 'bin')),
    ...configured(),
  ]
  const found = folders.find((folder) =>
    ['initdb', 'postgres'].every((program) => existsSync(join(folder, program))),
  )
  if (found) return found
  throw new Error(
    'No Postgres server is installed here. Install one (Debian: apt-get install postgresql, macOS: brew install ' +
      'postgresql), or set DATABASE_URL to one whose databases may be created and dropped.',
  )
}

function configured(): string[] {
  try {
    return [execFileSync('pg_config', ['--bindir'], { encoding: 'utf8', stdio: 'pipe' }).trim()]
  } catch {
    return []
  }
}

/** Postgres refuses to run as root. */
function accountOf(user: string): { uid: number; gid: number } {
  try {
    const ask = (which: string) =>
      Number(execFileSync('id', [which, user], { encoding: 'utf8', stdio: 'pipe' }))
    return { uid: ask('-u'), gid: ask('-g') }
  } catch {
    throw new Error(
      `Postgres refuses to run as root, and there is no user ${user} to run it as: start the campaign as another user, ` +
        'or set DATABASE_URL.',
    )
  }
}
