import { AsyncLocalStorage } from 'node:async_hooks'
import { setImmediate as turn } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import type fc from 'fast-check'
import { drainAll } from '@/server/platform/batches'
import { asOwner } from '@/server/platform/database/app-role'
import { connected, transaction } from '@/server/platform/database/connect'
import { disturb, type FaultPoint } from '@/server/platform/fault-points'
import type { Reactions } from '@/server/platform/reactions'
import { HOUR_MS, letTimePass } from '../clock'

/**
 * Where a worker waits until it is its turn. The embedded database has one session: who waited inside a transaction
 * would hold up everybody.
 */
const points = (): FaultPoint[] => [
  'before claim',
  'after commit',
  'before call',
  'after call',
  ...(connected().shared ? (['after claim', 'before commit'] as const) : []),
]

/** More than any race needs; who takes so many is stuck. */
const MAX_TURNS = 3_000

type Race = { lanes: string[]; reactions: Reactions; workers: number; hourPassed?: () => void }

/**
 * Several workers drain the same lanes at once, again and again until these are empty. One moves at a time, from one point to the
 * next, and the scheduler says who; it also says when an hour passes, so that claims run out under those who hold them.
 */
export async function race(scheduler: fc.Scheduler, { lanes, reactions, workers, hourPassed }: Race) {
  const worker = new AsyncLocalStorage<string>()
  /** How many turns each of them waits for: who talks to the outside for several lanes waits for several. */
  const waiting = new Map<string, number>()
  const myTurn = async (at: string) => {
    const name = worker.getStore() ?? ''
    waiting.set(name, (waiting.get(name) ?? 0) + 1)
    await scheduler.schedule(Promise.resolve(), `${name} ${at}`)
    waiting.set(name, (waiting.get(name) ?? 0) - 1)
  }
  const wanted = points()
  disturb(async (point, work) => {
    if (work && lanes.includes(work.lane) && wanted.includes(point))
      await myTurn(`${point} ${lanes.indexOf(work.lane)}`)
  })
  let running = workers
  let over = false
  const run = async () => {
    for (;;) {
      const ended = await drainAll(lanes, 'probe', reactions, (_, work) => work())
      const states = [...ended.values()].map(({ state }) => state)
      if (over || states.every((state) => state === 'empty')) return
      await myTurn(`found ${states}`)
    }
  }
  const clock = async () => {
    while (running > 0 && !over) {
      await myTurn('passes')
      await letTimePass(HOUR_MS)
      hourPassed?.()
    }
  }
  const ended = Promise.all([
    ...Array.from({ length: workers }, (_, n) =>
      worker.run(`worker ${n + 1}`, () => run().finally(() => running--)),
    ),
    worker.run('an hour', clock),
  ])
  try {
    for (let turns = 0; running > 0; turns++) {
      if (turns > MAX_TURNS) throw new Error(`Not done after ${turns} turns: somebody is stuck`)
      await allWait(scheduler, () => running + 1 - [...waiting.values()].filter(Boolean).length)
      await scheduler.waitOne()
    }
  } finally {
    // Nobody may be left with an open transaction, also when the race was broken off.
    over = true
    disturb(undefined)
    await scheduler.waitFor(ended)
  }
}

/** Resolves when everybody has come to a point, has ended, or waits for a row that another one has locked. */
async function allWait(scheduler: fc.Scheduler, moving: () => number) {
  for (let turns = 1; moving() > 0; turns++) {
    await turn()
    // Only who has not moved for a while may be waiting for a row.
    if (!connected().shared || turns % PATIENCE !== 0 || scheduler.count() === 0) continue
    if (moving() <= (await blocked())) return
  }
  // Who talks to the outside for several lanes may wait in one and still move in another.
  for (let quiet = 0, count = scheduler.count(); quiet < QUIET; quiet++) {
    await turn()
    if (scheduler.count() !== count) quiet = 0
    count = scheduler.count()
  }
}

const PATIENCE = 50
const QUIET = 20

/** Who waits is told to those sessions' own user only. */
const blocked = () =>
  transaction(async (tx) => {
    await asOwner(tx)
    const { rows } = (await tx.execute(sql`
      select count(*)::int as blocked from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'
    `)) as unknown as { rows: [{ blocked: number }] }
    return rows[0].blocked
  })
