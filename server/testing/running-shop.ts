import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import {
  type Admin,
  adminIn,
  adminOfEnvironment,
  anAdmin,
  type Key,
  keyFrom,
  keyOfEnvironment,
} from './way-in'

/** A build comes first, and not every machine is quick. */
const START_LIMIT_MS = 300_000
const STOP_LIMIT_MS = 15_000
const LOOK_MS = 250

type Shop = {
  origin: string
  /** A key with all scopes, made for this. */
  key: (name: string) => Promise<Key>
  admin: () => Admin
  /** All that it has said so far, if it was started for this. */
  said: () => string | undefined
  close: () => Promise<void>
}

/** The shop that answers at BASE_URL; when nothing does, one of its own, which `close` ends again. */
export async function runningShop(): Promise<Shop> {
  const origin = process.env.BASE_URL ?? 'http://localhost:3000'
  if (await answerAt(origin))
    return {
      origin,
      key: (name) => keyOfEnvironment(origin, name),
      admin: () => adminOfEnvironment(origin),
      said: () => undefined,
      close: async () => {},
    }
  console.log(`\nNothing answers at ${origin}.`)
  return startShop()
}

/** Builds the shop as it is in production and starts it, on a free port and in a folder of its own. */
export async function startShop(): Promise<Shop> {
  console.log('Building and starting a shop for this. That may take a minute.')
  const port = await freePort()
  const folder = await mkdtemp(join(tmpdir(), 'tiny-store-shop-'))
  // Whatever database and engine are configured here: what runs here leaves nothing there.
  const unset = {
    DATABASE_URL: '',
    INNGEST_DEV: '',
    INNGEST_EVENT_KEY: '',
    INNGEST_SIGNING_KEY: '',
    INNGEST_BASE_URL: '',
    APP_URL: '',
  }
  const admin = anAdmin()
  const child = spawn('npm', ['start'], {
    env: { ...process.env, ...unset, ...adminIn(admin), PORT: String(port), TINY_STORE_DATA: folder },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A process group of its own: npm, its shell and the server are stopped together.
    detached: true,
  })
  const said: string[] = []
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => said.push(String(chunk)))
  const close = async () => {
    await stop(child)
    await rm(folder, { recursive: true, force: true })
  }
  process.once('SIGINT', () => close().finally(() => process.exit(130)))
  process.once('SIGTERM', () => close().finally(() => process.exit(143)))

  const origin = `http://localhost:${port}`
  const until = Date.now() + START_LIMIT_MS
  while (!(await answerAt(origin))?.ok) {
    const ended = hasEnded(child)
    if (ended || Date.now() > until) {
      await close()
      const why = ended ? 'ended before it was open' : `was not open after ${START_LIMIT_MS / 1_000} s`
      throw new Error(
        `The shop ${why}. The last that it said:\n\n${said.join('').trim().split('\n').slice(-50).join('\n')}`,
      )
    }
    await wait(LOOK_MS)
  }
  return {
    origin,
    key: (name) => keyFrom(origin, admin, { name }),
    admin: () => admin,
    said: () => said.join(''),
    close,
  }
}

const answerAt = (origin: string) =>
  fetch(new URL('/api/health', origin), { signal: AbortSignal.timeout(10_000) }).catch(() => undefined)

async function stop(child: ChildProcess) {
  if (!child.pid || hasEnded(child)) return
  const group = -child.pid
  // Its output closes when the last of the group is gone.
  const closed = once(child, 'close').then(() => true)
  process.kill(group, 'SIGTERM')
  if (!(await Promise.race([closed, wait(STOP_LIMIT_MS, false, { ref: false })])))
    process.kill(group, 'SIGKILL')
}

const hasEnded = ({ exitCode, signalCode }: ChildProcess) => exitCode !== null || signalCode !== null

export async function freePort(): Promise<number> {
  const server = createServer().listen(0)
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}
