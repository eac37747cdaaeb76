import { describe, expect, it } from 'vitest'
import type { Receipt, StoreEvent } from '../desk-types'
import { layOut } from './diagram-layout'
import { reactionsOf } from './receipts'
import { storyOf } from './story'

const at = (ms: number) => new Date(1_700_000_000_000 + ms)

function event(eventId: string, ms: number, rest: Partial<StoreEvent> = {}) {
  return {
    eventId,
    eventType: 'OrderConfirmed',
    aggregateType: 'Order',
    occurredAt: at(ms),
    causationId: null,
    payload: {},
    ...rest,
  } as StoreEvent
}

function receipt(eventId: string, sequence: number, rest: Partial<Receipt> = {}): Receipt {
  return {
    eventId,
    module: 'payments',
    eventType: 'OrderConfirmed',
    sequence,
    status: 'DONE',
    attempts: 0,
    redrives: 0,
    duplicates: 0,
    ignored: null,
    resolution: null,
    incidents: [],
    createdAt: at(0),
    finishedAt: at(5),
    ...rest,
  } as Receipt
}

function incident(kind: 'FAILED' | 'DEAD' | 'REDRIVEN' | 'DISCARDED', ms: number, attempt = 1) {
  const nextAttemptAt = kind === 'FAILED' ? at(ms + 500) : null
  return { kind, attempt, at: at(ms), error: 'answered 500', nextAttemptAt, by: 'ada', reason: 'known' }
}
const having = (...incidents: ReturnType<typeof incident>[]) =>
  ({ incidents }) as unknown as Pick<Receipt, 'incidents'>

const wordsOf = (...receipts: Receipt[]) => reactionsOf(receipts).map(({ words }) => words)

describe('a receipt', () => {
  it('says in words what became of the delivery', () => {
    expect(wordsOf(receipt('a', 1))).toEqual(['1 try'])
    expect(wordsOf(receipt('a', 1, { duplicates: 2 }))).toEqual(['1 try, 2 duplicates ignored'])
    expect(wordsOf(receipt('a', 1, { ignored: 'the order is CANCELLED' }))).toEqual([
      'ignored: the order is CANCELLED',
    ])
    expect(wordsOf(receipt('a', 1, having(incident('FAILED', 1), incident('FAILED', 2, 2))))).toEqual([
      '3 tries',
    ])
    const dead = { status: 'DEAD' as const, finishedAt: null }
    expect(
      wordsOf(receipt('a', 1, { ...dead, ...having(incident('FAILED', 1), incident('DEAD', 2, 2)) })),
    ).toEqual(['dead after 2 tries'])
    expect(wordsOf(receipt('a', 1, { status: 'DISCARDED', resolution: 'ada: known' }))).toEqual([
      'discarded by ada: known',
    ])
    expect(wordsOf(receipt('a', 1, { status: 'PENDING', finishedAt: null }))).toEqual(['not yet'])
  })

  it('was parked behind the delivery to the same module that took its time, and says how long', () => {
    const charge = receipt('a', 1, { finishedAt: at(3_000) })
    const cancel = receipt('b', 2, { createdAt: at(1_000), finishedAt: at(3_010) })
    expect(wordsOf(charge, cancel)[1]).toBe('parked 2\u202Fs behind OrderConfirmed, 1 try')
    expect(wordsOf(charge, { ...cancel, module: 'inventory' })[1]).toBe('1 try, 2.01\u202Fs')
  })

  it('is parked without an end behind a dead one', () => {
    const dead = receipt('a', 1, { status: 'DEAD', finishedAt: null })
    const waiting = receipt('b', 2, { status: 'PENDING', finishedAt: null, createdAt: at(900) })
    expect(reactionsOf([dead, waiting])[1]).toMatchObject({
      verdict: 'parked',
      words: 'parked behind OrderConfirmed',
    })
  })
})

describe('the story', () => {
  const events = [
    event('confirmed', 0),
    event('cancelled', 700, { eventType: 'OrderCancelled' }),
    event('captured', 1_200, { aggregateType: 'Payment', causationId: 'confirmed' }),
  ]
  const retried = receipt('confirmed', 1, {
    ...having(incident('FAILED', 100), incident('FAILED', 800, 2)),
    finishedAt: at(1_201),
  })

  it('has each try between the events where it happened, and the last one before what it led to', () => {
    const told = storyOf(events, [retried])
    expect(told.map((step) => (step.kind === 'event' ? step.key : step.words))).toEqual([
      'confirmed',
      'Try 1: answered 500',
      'cancelled',
      'Try 2: answered 500',
      'Try 3: done',
      'captured',
    ])
    expect(told.map(({ index }) => index)).toEqual([1, 1, 2, 2, 2, 3])
  })

  it('tells who redrove and who discarded', () => {
    const told = storyOf(events, [
      receipt('confirmed', 1, {
        status: 'DISCARDED',
        ...having(incident('DEAD', 100), incident('REDRIVEN', 200), incident('DISCARDED', 300)),
      }),
    ])
    expect(told.flatMap((step) => (step.kind === 'mark' ? step.words : []))).toEqual([
      'Try 1: answered 500',
      'Redriven by ada',
      'Discarded by ada: known',
    ])
  })

  it('is drawn with an arrow for each delivery, a ring for each try and dots for each wait', () => {
    const layout = layOut(storyOf(events, [retried]), 2)
    expect(layout.arrows.map(({ from, to, tense }) => [from, to, tense])).toEqual([
      ['orders', 'payments', 'past'],
    ])
    expect(layout.rings.map(({ mark, tense }) => [mark, tense])).toEqual([
      ['FAILED', 'past'],
      ['FAILED', 'past'],
      ['DONE', 'past'],
    ])
    expect(layout.dots.map(({ waiting }) => waiting)).toEqual([false, true, true])
    expect(layout.notes.map(({ text }) => text)).toEqual([
      'command',
      'backoff 500\u202Fms',
      'command',
      'OrderCancelled, nobody reacts',
      'backoff 500\u202Fms',
      'OrderConfirmed, nobody reacts',
    ])
    expect(layout.band).toBeDefined()
    const ys = [...layout.arrows, ...layout.rings].map(({ y }) => y)
    expect(ys).toEqual(ys.toSorted((a, b) => a - b))
  })
})
