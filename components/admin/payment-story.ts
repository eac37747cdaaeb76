import { duration } from '@/components/format'
import type { OpenPayment, Receipt, StoreEvent } from './desk-types'

/** One thing that happened to a payment: in our books, at the provider, on the way between them, or told to the others. */
export type Happening = {
  key: string
  at: Date
  what: string
  note?: string
  amount?: number
  /** The provider's paper. */
  reference?: string
  event?: StoreEvent
  look: 'ours' | 'theirs' | 'failed' | 'told'
}

/** All of it in the order of time: our intents and tries, the provider's journal, and what was told of it. */
export function storyOfPayment(payment: OpenPayment, receipts: Receipt[], events: StoreEvent[]): Happening[] {
  return [
    intentOf(payment),
    ...payment.journal.map(fromJournal),
    ...receipts.filter(({ module }) => module === 'payments').flatMap(triesOf),
    ...events.filter(({ aggregateId }) => aggregateId === payment.paymentId).map(told),
  ].sort((a, b) => a.at.getTime() - b.at.getTime())
}

const intentOf = ({ createdAt, amount }: OpenPayment): Happening => ({
  key: 'intent',
  at: createdAt,
  what: 'Charge intended',
  note: 'ours, before the provider is asked',
  amount,
  look: 'ours',
})

type Entry = OpenPayment['journal'][number]

const entryWords: Record<Entry['kind'], { what: string; note: string }> = {
  ERROR: { what: 'Answered with a fault', note: 'provider: what became of it is not known' },
  CAPTURED: { what: 'Captured', note: 'provider' },
  DECLINED: { what: 'Declined', note: 'provider' },
  VOIDED: { what: 'Closed', note: 'provider: nothing can be captured under the key any more' },
  REFUNDED: { what: 'Refunded', note: 'provider' },
}

function fromJournal({ reference, kind, amount, reason, at }: Entry): Happening {
  const { what, note } = entryWords[kind]
  return {
    key: reference,
    at,
    what,
    note: reason ? `${note}: ${reason}` : note,
    amount: amount ?? undefined,
    reference,
    look: kind === 'ERROR' ? 'failed' : 'theirs',
  }
}

function triesOf({ eventId, eventType, incidents }: Receipt): Happening[] {
  return incidents.map(({ id, at, ...incident }) => ({
    key: `${eventId} ${id}`,
    at,
    ...tryOf(incident, at, eventType),
  }))
}

type Incident = Omit<Receipt['incidents'][number], 'id' | 'at'>

function tryOf(
  { kind, attempt, nextAttemptAt, error, by, reason }: Incident,
  at: Date,
  heard: string,
): Pick<Happening, 'what' | 'note' | 'look'> {
  const who = by ?? 'the desk'
  switch (kind) {
    case 'FAILED': {
      const next = nextAttemptAt ? `, next in ${duration(nextAttemptAt.getTime() - at.getTime())}` : ''
      return { what: `Try ${attempt} failed${next}`, note: `${heard}: ${error}`, look: 'failed' }
    }
    case 'DEAD':
      return { what: `Try ${attempt} failed, given up`, note: `${heard}: ${error}`, look: 'failed' }
    case 'REDRIVEN':
      return { what: 'Redriven', note: `${heard}, by ${who}`, look: 'ours' }
    case 'DISCARDED':
      return { what: 'Discarded', note: `${heard}, by ${who}: ${reason}`, look: 'ours' }
  }
}

const told = (event: StoreEvent): Happening => ({
  key: event.eventId,
  at: event.occurredAt,
  what: event.eventType,
  note: 'told to the others',
  event,
  look: 'told',
})

/** Whether our books say what the provider's do; undefined while the provider may know more than we do. */
export function booksAgree({ status, amount, captured, refunded }: OpenPayment): boolean | undefined {
  if (status === 'PENDING') return captured === 0 ? true : undefined
  if (status === 'CAPTURED') return captured === amount && refunded === 0
  if (status === 'REFUNDED') return captured === amount && refunded === amount
  return captured === refunded
}

/** How a module took what it heard: in how many tries, and how it ended. */
export function endOf({ status, incidents, ignored, attempts, parkedBehind }: Receipt): string {
  const failed = incidents.filter(({ kind }) => kind === 'FAILED' || kind === 'DEAD').length
  const tries = (amount: number) => (amount === 1 ? 'one try' : `${amount} tries`)
  if (ignored) return `nothing to do: ${ignored}`
  if (status === 'DONE') return `done in ${tries(failed + 1)}`
  if (status === 'DEAD') return `dead letter after ${tries(attempts)}`
  if (status === 'DISCARDED') return `discarded after ${tries(failed)}`
  if (parkedBehind) return 'waits behind another'
  return attempts > 0 ? `${tries(attempts)} failed, tries again` : 'under way'
}
