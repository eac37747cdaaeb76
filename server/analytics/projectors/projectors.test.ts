import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { EventType, Payload, RecordedEvent } from '@/server/events'
import { fold } from '../fold'
import { readModels } from '.'
import { bucketOf, ERROR, percentile, valueIn } from './histogram'
import type { ReadModel, Row } from './projector'

let told = 0

/** An event of the lane, so many milliseconds after noon of the first day. */
function said<T extends EventType>(
  eventType: T,
  lane: string,
  ms: number,
  payload: Partial<Payload<T>> = {},
) {
  const occurredAt = new Date(Date.UTC(2026, 0, 1, 12) + ms)
  return { eventId: String(told++), eventType, lane, occurredAt, payload } as unknown as RecordedEvent
}

const DAY = 86_400_000
const items = [
  { sku: 'A', quantity: 2 },
  { sku: 'B', quantity: 1 },
]
const money = { amount: 12.5, currency: 'EUR' }

/** What the events come to, when they are taken in in batches of this size. */
function answerOf<Item>(model: ReadModel<Item>, events: RecordedEvent[], size = 1_000) {
  const notes = new Map<string, unknown>()
  const rows = new Map<string, Row>()
  for (let n = 0; n < events.length; n += size) {
    const folded = fold(model, events.slice(n, n + size), notes)
    for (const { at, of, by } of folded.add) {
      const row = rows.get(`${at.getTime()} ${of}`) ?? { at, of, value: 0 }
      rows.set(`${at.getTime()} ${of}`, { ...row, value: row.value + by })
    }
    for (const [lane, note] of folded.notes) note === null ? notes.delete(lane) : notes.set(lane, note)
  }
  const sorted = [...rows.values()].sort((a, b) => a.at.getTime() - b.at.getTime() || (a.of < b.of ? -1 : 1))
  return { items: model.answer(sorted), notes, rows: sorted }
}

const story = [
  said('OrderPlaced', 'one', 0),
  said('OrderPlaced', 'two', 10),
  said('PaymentProcessed', 'one', 20, money),
  said('OrderPaid', 'one', 30, { items }),
  said('OrderPlaced', 'three', 3_600_000),
  said('OrderRejected', 'three', 3_600_010),
  said('OrderShipped', 'one', 250),
  said('PaymentProcessed', 'two', 300, money),
  said('OrderPaid', 'two', 300, { items: items.slice(0, 1) }),
  said('OrderCancelled', 'two', 2 * DAY),
  said('PaymentRefunded', 'two', 2 * DAY + 5, money),
]

const firstDay = new Date(Date.UTC(2026, 0, 1))
const thirdDay = new Date(Date.UTC(2026, 0, 3))

describe('what a story comes to', () => {
  it('orders per hour', () => {
    expect(answerOf(readModels['orders-per-hour'], story).items).toEqual([
      { at: new Date(Date.UTC(2026, 0, 1, 12)), orders: 2 },
      { at: new Date(Date.UTC(2026, 0, 1, 13)), orders: 1 },
    ])
  })

  it('revenue per day: what is given back counts on its own day', () => {
    expect(answerOf(readModels['revenue-per-day'], story).items).toEqual([
      { at: firstDay, currency: 'EUR', captured: 25, refunded: 0, revenue: 25 },
      { at: thirdDay, currency: 'EUR', captured: 0, refunded: 12.5, revenue: -12.5 },
    ])
  })

  it('failure shares', () => {
    expect(answerOf(readModels['failure-shares'], story).items).toMatchObject([
      { at: firstDay, ended: 2, shipped: 1, rejected: 1, failedShare: 0.5 },
      { at: thirdDay, ended: 1, cancelled: 1, failedShare: 0, cancelledShare: 1 },
    ])
  })

  it('placed to shipped: what has ended leaves no note', () => {
    const { items, notes } = answerOf(readModels['placed-to-shipped'], story)
    expect(items).toMatchObject([{ shipped: 1 }])
    expect(Math.abs((items[0]?.p50Ms ?? 0) - 250)).toBeLessThanOrEqual(250 * ERROR)
    expect([...notes.keys()]).toEqual([])
  })

  it('units per SKU: a cancelled sale is none, on the day that it was', () => {
    const { items, notes } = answerOf(readModels['units-per-sku'], story)
    expect(items).toEqual([
      { at: firstDay, sku: 'A', units: 2 },
      { at: firstDay, sku: 'B', units: 1 },
    ])
    expect([...notes.keys()]).toEqual([])
  })

  it.each(Object.entries(readModels))('%s is the same however it is cut into batches', (_, model) => {
    const whole = answerOf<unknown>(model, story)
    for (let size = 1; size <= story.length; size++) {
      expect(answerOf<unknown>(model, story, size)).toEqual(whole)
    }
  })
})

describe('the histogram', () => {
  const ms = fc.integer({ min: 1, max: 30 * DAY })

  it('is off by its error at most, for every percentile of any values', () => {
    fc.assert(
      fc.property(
        fc.array(ms, { minLength: 1 }),
        fc.double({ min: 0.01, max: 1, noNaN: true }),
        (values, share) => {
          const counts = new Map<number, number>()
          for (const value of values) counts.set(bucketOf(value), (counts.get(bucketOf(value)) ?? 0) + 1)
          const sorted = values.toSorted((a, b) => a - b)
          const exact = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0
          expect(Math.abs((percentile(counts, share) ?? 0) - exact)).toBeLessThanOrEqual(exact * ERROR + 1e-6)
        },
      ),
    )
  })

  it('has few buckets: a month of milliseconds fits into eleven hundred', () => {
    expect(bucketOf(30 * DAY)).toBeLessThan(1_100)
    expect(bucketOf(0)).toBe(0)
    expect(valueIn(0)).toBe(1)
    expect(percentile(new Map(), 0.5)).toBeNull()
  })
})

describe('a projector', () => {
  const folder = import.meta.dirname
  const files = readdirSync(folder).filter((file) => !file.endsWith('.test.ts'))
  /** What every file may name without importing it, and what would be another thing each time. */
  const outside =
    /\b(fetch|process|globalThis|require|eval|setTimeout|crypto|Math\.random|Date\.now)\b|import\(|new Date\(\)/

  it.each(files)('reaches for nothing outside: %s', (file) => {
    expect(readFileSync(`${folder}/${file}`, 'utf8')).not.toMatch(outside)
  })

  it('that did would be noticed', () => {
    for (const bad of ['fetch(url)', 'Date.now()', 'new Date()', 'process.env', 'import("node:fs")'])
      expect(bad).toMatch(outside)
  })

  it('cannot be written so that something has to be waited for, or that is given more', () => {
    // @ts-expect-error: a promise is no answer
    const waits: ReadModel['on'] = { OrderPlaced: async () => ({ note: null }) }
    // @ts-expect-error: there is no third thing that one is given
    const wants: ReadModel['on'] = { OrderPlaced: (_event, _note, database: object) => ({ note: database }) }
    expect([waits, wants]).toHaveLength(2)
  })
})
