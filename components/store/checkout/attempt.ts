import type { Inputs, Outputs } from '@/components/trpc-provider'
import { browserStore } from '../browser-store'
import { isProblem, problemOf } from '../problem'

export type NewOrder = Omit<Inputs['orders']['place'], 'idempotencyKey'>

type Place = (order: Inputs['orders']['place']) => Promise<Outputs['orders']['place']>

/**
 * One attempt to buy what is in the cart. Its key makes one order of it, however often and from however many loads of the
 * page it is sent; so it lasts until that order is known.
 */
type Attempt = {
  key: string
  /** All that was sent with the key: one of them may have become an order without our hearing of it. */
  sent: NewOrder[]
  /** The last one was sent, and whatever came of it has not reached us. */
  unanswered: boolean
}

const kept = browserStore<Attempt | null>({
  key: 'tiny-store.attempt',
  area: 'sessionStorage',
  empty: null,
  read: (stored) => (isAttempt(stored) ? stored : null),
})

export const useAttempt = kept.use

/** The order as it was last sent, if nobody knows what came of it. */
export function unansweredOrder(): NewOrder | undefined {
  const attempt = kept.get()
  return attempt?.unanswered ? attempt.sent[0] : undefined
}

/**
 * Sends the order, at most once in effect. If one that was sent before got through after all, that is the order, and it is
 * answered.
 */
export async function placeOnce(order: NewOrder, place: Place) {
  const { key = newKey(), sent = [] } = kept.get() ?? {}
  const others = sent.filter((earlier) => JSON.stringify(earlier) !== JSON.stringify(order))
  const tried = [order, ...others].slice(0, 5)
  kept.set({ key, sent: tried, unanswered: true })
  try {
    const placed = await firstThatMatches(tried, key, place)
    kept.set(null)
    return placed
  } catch (error) {
    // A refusal is an answer: nothing was ordered.
    if (isAnswer(error)) kept.set({ key, sent: tried, unanswered: false })
    throw error
  }
}

async function firstThatMatches(orders: NewOrder[], key: string, place: Place) {
  let reused: unknown
  for (const order of orders) {
    try {
      return { order, placed: await place({ ...order, idempotencyKey: key }) }
    } catch (error) {
      if (!isProblem(error, 'idempotency-key-reused')) throw error
      reused = error
    }
  }
  throw reused
}

/** The first of two is still at it: its answer is there in a moment. */
export const isUnderWay = (error: unknown) => isProblem(error, 'request-in-progress')

const isAnswer = (error: unknown) => (problemOf(error)?.status ?? 500) < 500 && !isUnderWay(error)

/** Not crypto.randomUUID, which a page has only over HTTPS. */
const newKey = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  )

function isAttempt(stored: unknown): stored is Attempt {
  const attempt = stored as Partial<Attempt> | null
  return typeof attempt?.key === 'string' && Array.isArray(attempt.sent)
}
