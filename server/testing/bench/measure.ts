import { performance } from 'node:perf_hooks'
import { setTimeout as wait } from 'node:timers/promises'

export type Figures = {
  p50Ms: number
  p95Ms: number
  perSecond: number
  /** Of this process, all its threads: on the embedded database that is the database too. */
  cpuMs: number
  peakRssMb: number
}

export type Load = {
  orders: number
  /** Each begins its next order when its last one is done. */
  clients: number
  /** Between two orders of a client, so that a lone order has nothing of the one before beside it. */
  restMs?: number
}

/** Repeats the work under a load, and takes its time, its processor and the memory that it needed. */
export async function measure(
  work: () => Promise<void>,
  { orders, clients, restMs = 0 }: Load,
): Promise<Figures> {
  const took: number[] = []
  let left = orders
  const meter = openMeter()
  const client = async () => {
    while (left-- > 0) {
      const placed = performance.now()
      await within('An order', work())
      took.push(performance.now() - placed)
      if (restMs > 0) await wait(restMs)
    }
  }
  await Promise.all(Array.from({ length: clients }, client))
  const { seconds, cpuMs, peakRssMb } = meter.read()
  took.sort((one, other) => one - other)
  return {
    p50Ms: percentile(took, 0.5),
    p95Ms: percentile(took, 0.95),
    perSecond: orders / seconds,
    cpuMs: cpuMs / orders,
    peakRssMb,
  }
}

/** What this process needs from now on, until it is read. */
export function openMeter() {
  const usage = process.cpuUsage()
  const begun = performance.now()
  let peakRss = process.memoryUsage.rss()
  const look = () => {
    peakRss = Math.max(peakRss, process.memoryUsage.rss())
  }
  const looking = setInterval(look, 100)
  return {
    read: () => {
      clearInterval(looking)
      look()
      const { user, system } = process.cpuUsage(usage)
      return {
        seconds: (performance.now() - begun) / 1_000,
        cpuMs: (user + system) / 1_000,
        peakRssMb: peakRss / 2 ** 20,
      }
    },
  }
}

/** Runs that are not counted: the first ones compile and fill caches. */
export const WARM_UP = 10

/** How long a piece of work takes, one run after the other. */
export async function timesOf(work: () => Promise<unknown>, runs: number) {
  const took: number[] = []
  for (let run = -WARM_UP; run < runs; run++) {
    const begun = performance.now()
    await work()
    if (run >= 0) took.push(performance.now() - begun)
  }
  took.sort((one, other) => one - other)
  return { p50: percentile(took, 0.5), p95: percentile(took, 0.95) }
}

export function percentile(sorted: number[], share: number): number {
  return sorted[Math.ceil(sorted.length * share) - 1] ?? Number.NaN
}

const LIMIT_MS = 60_000

/** Nothing here may hang: what takes longer than a minute ends the run, by name. */
export async function within<T>(what: string, promise: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what} took longer than ${LIMIT_MS / 1_000} s`)), LIMIT_MS)
  })
  try {
    return await Promise.race([promise, late])
  } finally {
    clearTimeout(timer)
  }
}
