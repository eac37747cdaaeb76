import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, openSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import type { Said, Told } from './app'
import type { FaultKind, Faults } from './faults'
import type { Random } from './random'

/** One process of the shop. */
export type App = {
  origin: string
  kill: () => Promise<void>
  freeze: () => void
  thaw: () => void
  /** Resolves when it has ended, for whatever reason. */
  ended: Promise<void>
}

type Options = {
  /** The file to run: see build.ts. */
  build: string
  env: Record<string, string>
  random: Random
  /** Where what the processes say is kept. */
  log: string
  onFault: (kind: FaultKind, lane?: string) => void
  /** A process did what none may: it ended by itself, or did not end when told to. */
  onMisbehaviour: (says: string) => void
}

export type Fleet = ReturnType<typeof openFleet>

const START_LIMIT_MS = 30_000
/** What is promised of an orderly stop. */
const STOP_LIMIT_MS = 10_000

/** The processes of the shop, all on one database. */
export function openFleet({ build, env, random, log, onFault, onMisbehaviour }: Options) {
  const out = openSync(log, 'a')
  const up = new Map<App, ChildProcess>()
  const ready: ChildProcess[] = []
  const stopping = new Set<ChildProcess>()
  const arrivals = new EventTarget()

  const spawn = () => {
    const child = fork(build, [], { env: { ...process.env, ...env }, stdio: ['ignore', out, out, 'ipc'] })
    const orphaned = () => child.kill('SIGKILL')
    process.once('exit', orphaned)
    child.once('exit', () => process.off('exit', orphaned))
    return child
  }

  /** Starts a process, and answers when it can be asked, or when it has died of its faults before that. */
  async function start(faults: Faults = {}): Promise<App> {
    const child = ready.pop() ?? spawn()
    const app: App = {
      origin: '',
      kill: () => {
        child.kill('SIGKILL')
        return app.ended
      },
      freeze: () => {
        onFault('frozen')
        child.kill('SIGSTOP')
      },
      thaw: () => child.kill('SIGCONT'),
      ended: once(child, 'exit').then(([code, signal]) => {
        up.delete(app)
        if (stopping.has(child)) return
        if (signal === 'SIGKILL') onFault('killed')
        else onMisbehaviour(`A process ended by itself, with ${signal ?? `exit code ${code}`}`)
      }),
    }
    const port = new Promise<number>((resolve) =>
      child.on('message', (said: Said) => {
        if ('port' in said) resolve(said.port)
        else onFault(said.fault, said.lane)
      }),
    )
    const begin = { faults, seed: random.int(0, 2 ** 31 - 1) }
    child.send({ begin } satisfies Told)
    const began = await Promise.race([port, app.ended, wait(START_LIMIT_MS, 'late' as const, { ref: false })])
    if (began === 'late')
      throw new Error(`A process was not up after ${START_LIMIT_MS / 1_000} s; see ${log}`)
    if (began === undefined) return app
    app.origin = `http://127.0.0.1:${began}`
    up.set(app, child)
    arrivals.dispatchEvent(new Event('up'))
    return app
  }

  return {
    start,
    /** Forks a process that only waits to be started: so a start takes no longer than a boot. */
    prepare: () => {
      ready.push(spawn())
    },
    /** The processes that are up, or were when they were last heard of. */
    up: () => [...up.keys()],
    /** One of those, as a load balancer that knows nothing chooses; waits until there is one. */
    async any(): Promise<App> {
      if (up.size === 0) await once(arrivals, 'up', { signal: AbortSignal.timeout(START_LIMIT_MS) })
      return random.pick([...up.keys()])
    },
    stop,
    async close() {
      await stop()
      closeSync(out)
    },
  }

  /** Ends all of them in order. */
  async function stop() {
    for (const child of ready.splice(0)) {
      stopping.add(child)
      child.kill('SIGKILL')
    }
    await Promise.all(
      [...up].map(async ([app, child]) => {
        stopping.add(child)
        child.kill('SIGCONT')
        child.kill('SIGTERM')
        const late = await Promise.race([app.ended, wait(STOP_LIMIT_MS, true, { ref: false })])
        if (!late) return
        onMisbehaviour(`A process did not stop within ${STOP_LIMIT_MS / 1_000} s of being told to`)
        await app.kill()
      }),
    )
  }
}
