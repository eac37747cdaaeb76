import { randomUUID } from 'node:crypto'
import type { EventType } from '@/server/events'
import { createInngestHandler } from '@/server/inngest-handler'
import { modules } from '@/server/modules'
import { disturb, type FaultPoint, type Work } from '@/server/platform/fault-points'
import { pokeName } from '@/server/platform/inngest'
import { callFunction } from '@/server/platform/inngest-protocol'
import { type Poke, takeRoad } from '@/server/platform/pokes'
import type { Random } from './random'

/** A step of an order's way: what is done because of an event, or a customer's command. */
export type Hop = EventType | 'command'

/** What goes wrong in an app process, as the campaign orders it. */
export type Faults = {
  /** The process kills or freezes itself when it passes the point with this hop, in this lane if one is named, for the nth time. */
  ends?: { by: 'SIGKILL' | 'SIGSTOP'; at: FaultPoint; of: Hop; lane?: string; nth: number }
  /** Such a share of the passes of these points throws. Commands are left alone. */
  throws?: { at: FaultPoint[]; share: number }
  /** Such a share of the orders, and no more than so many of them, always fails at this hop. */
  poison?: { of: EventType; share: number; most: number }
  /** The answer of such a share of the calls to the outside comes so late. */
  lateAnswers?: { share: number; ms: number }
  /** It takes orders and works on none. */
  idle?: boolean
  pokes?: {
    /** Each is heard so often, all at the same time. */
    times?: number
    lost?: number
    /** Each comes up to so much later than it should, and so in any order. */
    lateMs?: number
  }
}

export type FaultKind =
  | 'killed'
  | 'frozen'
  | 'thrown'
  | 'poisoned'
  | 'late'
  | 'doubled'
  | 'lost'
  | 'delayed'
  | 'cut'
  | 'stopped'

/** Tells the campaign of a fault that was really injected; resolves when it has been told. */
type Tell = (kind: FaultKind, lane?: string) => Promise<void>

/** Disturbs the work of this process from now on. Comes before boot(): what an earlier process left is worked on at once. */
export function disturbWork({ ends, throws, poison, lateAnswers }: Faults, random: Random, tell: Tell) {
  let passes = 0
  const poisoned = new Map<string, boolean>()

  const isPoisoned = (lane: string): boolean => {
    const known = poisoned.get(lane)
    if (known !== undefined || !poison) return known ?? false
    const count = [...poisoned.values()].filter(Boolean).length
    poisoned.set(lane, count < poison.most && random.chance(poison.share))
    return isPoisoned(lane)
  }

  const isEnd = (point: FaultPoint, work: Work) =>
    point === ends?.at &&
    (work?.eventType ?? 'command') === ends.of &&
    (ends.lane === undefined || work?.lane === ends.lane) &&
    ++passes === ends.nth

  disturb(async (point, work) => {
    if (ends && isEnd(point, work)) {
      if (ends.by === 'SIGSTOP') await tell('frozen')
      process.kill(process.pid, ends.by)
    }
    if (!work) return
    if (poison?.of === work.eventType && point === 'before commit' && isPoisoned(work.lane)) {
      await tell('poisoned', work.lane)
      throw new Error('Poisoned on purpose')
    }
    if (lateAnswers && point === 'before call' && random.chance(lateAnswers.share)) {
      await tell('late')
      await new Promise((resolve) => setTimeout(resolve, lateAnswers.ms))
    }
    if (throws?.at.includes(point) && random.chance(throws.share)) {
      await tell('thrown')
      throw new Error(`Disturbed on purpose ${point}`)
    }
  })
}

/** Wraps the road that pokes take. Comes after boot(), which lays it. */
export function disturbPokes({ pokes: faults }: Faults, random: Random, tell: Tell) {
  if (!faults) return
  const { times = 1, lost = 0, lateMs = 0 } = faults
  const { POST } = createInngestHandler()
  const handler = (request: Request) => POST(request as Parameters<typeof POST>[0], undefined)
  const road = takeRoad((pokes) => {
    for (const poke of random.shuffle(pokes)) {
      if (random.chance(lost)) {
        tell('lost')
        continue
      }
      for (let copy = 1; copy < times; copy++) {
        tell('doubled')
        for (const functionId of functionsOf(poke)) run(functionId, poke)
      }
      if (lateMs === 0) road?.([poke])
      else {
        tell('delayed')
        setTimeout(() => road?.([poke]), random.int(0, lateMs))
      }
    }
  })

  /** Past the engine's queue, which would make one of two: as another server would call it. */
  function run(functionId: string, { id, eventType, ...ids }: Poke) {
    const event = { id, name: pokeName(eventType), data: { eventType, ...ids } }
    callFunction(handler, { id: randomUUID(), functionId, events: [event], attempt: 0, memo: {} }).catch(
      (error) => console.error(`A doubled poke of ${functionId} came to nothing.`, error),
    )
  }
}

const functionsOf = ({ eventType }: Poke) =>
  Object.entries(modules).flatMap(([module, { reactions }]) =>
    reactions[eventType] ? [`tiny-store-${module}.${eventType}`] : [],
  )
