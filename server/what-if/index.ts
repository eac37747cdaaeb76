import { z } from 'zod'
import type { EventType, RecordedEvent } from '@/server/events'
import { DomainError, notFound } from '@/server/kernel/errors'
import { moment, sku } from '@/server/kernel/text'
import { listEvents, storiesOf } from '@/server/platform/event-store'
import { alternatives, alternativesOf, fork } from './alternatives'
import { sideBySide } from './compare'
import { factsOf } from './facts'
import { type Fact, leftOf, reckon } from './range'
import { standingOf } from './standing'
import { Diverged, retell, settle } from './story'

/*
 * The one file here that reads: the stories as they are on record. What becomes of them is reckoned by the rules in memory; there
 * is nothing by which anything could be written, told or charged.
 */

const LONGEST = 500

export const WhatIf = z.strictObject({
  orderId: z.string(),
  /** Which event of the story, from 1. */
  at: z.number().int().min(1).max(LONGEST),
  alternative: z.enum(alternatives),
})

async function recordOf(orderId: string): Promise<RecordedEvent[]> {
  const { items } = await listEvents({ orderId }, { order: 'asc', limit: LONGEST })
  if (items[0]?.eventType !== 'OrderPlaced') throw notFound('Order', orderId)
  return items
}

/** What could have been otherwise at each event of an order's story. */
export async function listAlternatives(orderId: string) {
  const record = await recordOf(orderId)
  return byTheRules(() => alternativesOf(record))
}

/** An order's story and the one that it would have been, side by side. */
export async function whatIf({ orderId, at, alternative }: z.output<typeof WhatIf>) {
  const record = await recordOf(orderId)
  return byTheRules(() => {
    if (!alternativesOf(record)[at - 1]?.includes(alternative))
      throw new DomainError(
        'UNPROCESSABLE',
        `${record[at - 1]?.eventType ?? 'No event'} cannot be ${alternative}`,
        {
          errors: [{ pointer: '/alternative', detail: `is not one of event ${at}` }],
        },
      )
    const facts = factsOf(record)
    const [real, other] = [settle(retell(record, facts), facts), fork(record, at, alternative)]
    return {
      lines: sideBySide(real.said, other.said),
      real: standingOf(real),
      other: standingOf(other),
      refused: other.refused,
    }
  })
}

/** A story that is not what today's rules would make of it cannot be forked: that is said, and nothing is made up. */
function byTheRules<T>(tell: () => T): T {
  try {
    return tell()
  } catch (error) {
    if (error instanceof Diverged)
      throw new DomainError(
        'UNPROCESSABLE',
        `This story cannot be told again by today’s rules. ${error.message}`,
      )
    throw error
  }
}

const MOST_ORDERS = 1_000
const AT_ONCE = 50
const SHOWN = 50

export const WhatIfRange = z
  .strictObject({
    from: moment,
    to: moment,
    fact: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('stock'), sku, units: z.number().int().min(0).max(1_000_000) }),
      z.strictObject({ kind: z.literal('charge'), answers: z.enum(['CAPTURED', 'DECLINED', 'NEVER']) }),
    ]),
  })
  .refine(({ from, to }) => from < to, { path: ['from'], error: 'must be before `to`' })

type Changed = { orderId: string; real: string; other: string }

/**
 * What would have become of the orders that were placed in a stretch of time, had one fact been otherwise for all of them: after
 * each few of them, how many ended how, really and then. The first thousand, one after the other as they were placed.
 */
export async function* whatIfRange({ from, to, fact }: z.output<typeof WhatIfRange>) {
  const counts = new Map<string, { real: string; other: string; orders: number }>()
  const changed: Changed[] = []
  let [orders, untold] = [0, 0]
  let left = leftOf(fact)
  for await (const records of storiesIn(from, to)) {
    for (const record of records) {
      orders++
      const reckoned = attempt(record, fact, left)
      if (!reckoned) {
        untold++
        continue
      }
      left = reckoned.left
      const [real, other] = [reckoned.real, reckoned.other].map(({ world }) => world.order?.status ?? '')
      const pair = { real: real ?? '', other: other ?? '' }
      const key = `${pair.real} ${pair.other}`
      counts.set(key, { ...pair, orders: (counts.get(key)?.orders ?? 0) + 1 })
      if (real !== other && changed.length < SHOWN) changed.push({ orderId: record[0]?.lane ?? '', ...pair })
    }
    yield { orders, untold, counts: [...counts.values()], changed: [...changed], done: false }
  }
  yield { orders, untold, counts: [...counts.values()], changed, done: true, more: orders === MOST_ORDERS }
}

function attempt(record: RecordedEvent[], fact: Fact, left: { units: number }) {
  try {
    return reckon(record, fact, left)
  } catch (error) {
    if (error instanceof Diverged) return undefined
    throw error
  }
}

const FIRST: EventType = 'OrderPlaced'

/** The stories of the orders placed from then to then, a few at once, oldest first. */
async function* storiesIn(from: Date, to: Date) {
  let cursor: number | undefined
  for (let read = 0; read < MOST_ORDERS; ) {
    const limit = Math.min(AT_ONCE, MOST_ORDERS - read)
    const page = await listEvents({ eventType: FIRST, from, to }, { order: 'asc', cursor, limit })
    read += page.items.length
    if (page.items.length > 0) yield storiesOf(page.items.map(({ lane }) => lane))
    cursor = page.nextCursor
    if (cursor === undefined) return
  }
}
