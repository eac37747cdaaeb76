import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { compare, type Declared, declared } from './contract-map'
import { type EventType, eventTypes, forTheRecord, saidBy } from './events'
import { type HeldDelivery, holdOf } from './platform/hold'
import type { Pace, Seen } from './platform/observed'
import { watches } from './silence'

const event = (eventType: EventType) => declared.find((each) => each.eventType === eventType) as Declared

/** The catalogue of event-flows.md: who says an event, and who listens. */
const catalogue: [publisher: string, event: EventType, subscribers: string[]][] = [
  ['orders', 'OrderPlaced', ['inventory']],
  ['orders', 'OrderConfirmed', ['payments']],
  ['orders', 'OrderRejected', []],
  ['orders', 'OrderPaid', ['shipments']],
  ['orders', 'OrderPaymentFailed', ['inventory']],
  ['orders', 'OrderShipped', []],
  ['orders', 'OrderCancelled', ['inventory']],
  ['inventory', 'InventoryReserved', ['orders']],
  ['inventory', 'InventoryReservationFailed', ['orders']],
  ['inventory', 'InventoryReleased', []],
  ['payments', 'PaymentProcessed', ['orders']],
  ['payments', 'PaymentFailed', ['orders']],
  ['shipments', 'ShipmentCreated', ['orders']],
  ['shipments', 'ShipmentDispatched', []],
  ['shipments', 'ShipmentDelivered', []],
]

/** Who listens beyond it, so that a cancelled order is undone, a parcel leaves in time, and goods leave the books. */
const beyond: Partial<Record<EventType, string[]>> = {
  OrderShipped: ['shipments'],
  OrderCancelled: ['payments', 'shipments'],
  ShipmentDispatched: ['inventory'],
}

describe('the contract as it is declared', () => {
  it.each(catalogue)('keeps the catalogue: %s says %s, heard by %j', (publisher, eventType, subscribers) => {
    expect(event(eventType).saidBy).toBe(publisher)
    expect(event(eventType).reactors.toSorted()).toEqual(
      [...subscribers, ...(beyond[eventType] ?? [])].toSorted(),
    )
  })

  it('has each event recorded by the domain of the module that is said to say it, and by nobody else', () => {
    const said = sources().flatMap(({ file, text }) =>
      [...text.matchAll(/\brecord\(\s*'(\w+)'/g)].map(([, type = '']) => ({ file, type })),
    )
    for (const { file, type } of said) {
      expect([type, file]).toEqual([
        type,
        expect.stringMatching(`^server/modules/${saidBy[type as EventType]}/domain/`),
      ])
    }
    expect([...new Set(said.map(({ type }) => type))].toSorted()).toEqual(eventTypes.toSorted())
  })

  it('has no module react to itself, nor to what there is not', () => {
    for (const { eventType, saidBy, reactors } of declared) {
      expect(eventTypes).toContain(eventType)
      expect(reactors, eventType).not.toContain(saidBy)
    }
  })

  it('says of each event that nobody hears that it is for the record, and of no other', () => {
    const unheard = declared.filter(({ reactors }) => reactors.length === 0)
    expect(unheard.map(({ eventType }) => eventType).toSorted()).toEqual(forTheRecord.toSorted())
  })

  it.each(watches)('expects $awaits after $eventType from one module that hears of it', (watch) => {
    expect(new Set(watch.awaits.map((type) => saidBy[type]))).toEqual(new Set([watch.module]))
    expect(event(watch.eventType).reactors).toContain(watch.module)
  })

  it('expects of a module one thing after an event', () => {
    const pairs = watches.map(({ eventType, module }) => `${eventType} ${module}`)
    expect(new Set(pairs).size).toBe(pairs.length)
  })
})

/** All that is ours and not a test. */
function sources() {
  return ['app', 'server', 'drizzle']
    .flatMap((top) => readdirSync(top, { recursive: true }).map((file) => `${top}/${file}`))
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.ts$|^server\/testing\//.test(file))
    .map((file) => ({ file, text: readFileSync(file, 'utf8') }))
}

describe('declared against observed', () => {
  const at = new Date('2026-01-31T12:00:00Z')
  const seen = (eventType: string, first = 1, last = first): Seen => ({
    eventType,
    first: { at, version: first },
    last: { at, version: last },
    lately: 3,
  })
  const pace = (p95Ms: number | null, dead = 0, done = 100): Pace => ({
    eventType: 'OrderPlaced',
    module: 'inventory',
    done,
    p50Ms: 10,
    p95Ms,
    dead,
  })
  const marks = (of: Partial<Declared>, its: Seen[], paces: Pace[] = []) =>
    compare([{ ...event('OrderPlaced'), ...of }], its, paces).events[0]?.marks.map(
      ({ kind, level }) => `${kind} ${level}`,
    )

  it('has nothing to say where both are alike', () => {
    expect(marks({}, [seen('OrderPlaced')], [pace(500)])).toEqual([])
  })

  it.each<[string, Partial<Declared>, Seen[], Pace[], string[]]>([
    ['what was never said', {}, [], [], ['NEVER_SEEN NOTE']],
    ['what nobody hears', { reactors: [] }, [seen('OrderPlaced')], [], ['UNHEARD FAULT']],
    ['what is for the record', { reactors: [], forTheRecord: true }, [seen('OrderPlaced')], [], []],
    ['old versions', { version: 3 }, [seen('OrderPlaced', 1, 3)], [], ['OLD_VERSION NOTE']],
    ['the versions of a later release', {}, [seen('OrderPlaced', 1, 2)], [], ['NEWER_VERSION FAULT']],
    ['what is slow', {}, [seen('OrderPlaced')], [pace(501)], ['SLOW NOTE']],
    ['no few that were slow', {}, [seen('OrderPlaced')], [pace(501, 0, 19)], []],
    ['what is not measured', {}, [seen('OrderPlaced')], [pace(null)], []],
    ['what is dead', {}, [seen('OrderPlaced')], [pace(10, 2)], ['DEAD FAULT']],
  ])('marks %s', (_, of, its, paces, expected) => expect(marks(of, its, paces)).toEqual(expected))

  it('names what is in the log and in no contract', () => {
    const { strangers } = compare(declared, [seen('OrderForgotten'), seen('OrderPlaced')], [])
    expect(strangers.map(({ eventType, marks }) => [eventType, marks[0]?.kind])).toEqual([
      ['OrderForgotten', 'UNKNOWN'],
    ])
  })

  it('reads the schemas as fields', () => {
    const fields = compare(declared, [], []).events.flatMap(({ eventType, fields }) =>
      fields.map(
        ({ path, type, optional, personal }) =>
          `${eventType}.${path}${optional ? '?' : ''}: ${type}${personal ? ', personal' : ''}`,
      ),
    )
    expect(fields).toEqual(
      expect.arrayContaining([
        'OrderPlaced.items: list',
        'OrderPlaced.items[].quantity: integer above 0',
        'OrderPlaced.address.street: string, personal',
        'OrderPlaced.currency: string of 3',
        'ProductUpdated.category?: string or null',
        'StockAdjusted.onHand: integer, not below 0',
        'ShipmentDelivered.deliveredAt: time, ISO 8601',
      ]),
    )
  })
})

describe('what holds a delivery up', () => {
  const delivery: HeldDelivery = {
    status: 'PENDING',
    attempts: 0,
    dueInMs: -5_000,
    claimedForMs: null,
    error: null,
    ignored: null,
    behind: null,
  }
  const behind = { eventId: 'e', eventType: 'OrderPlaced' as const, dead: true }

  it.each<[object, Partial<HeldDelivery>]>([
    [{ kind: 'DUE', forMs: 5_000 }, {}],
    [
      { kind: 'DUE', forMs: 5_000 },
      { attempts: 2, claimedForMs: -1 },
    ],
    [{ kind: 'HELD' }, { claimedForMs: 900 }],
    [
      { kind: 'PARKED', behind },
      { behind, claimedForMs: 900 },
    ],
    [
      { kind: 'RETRY', attempt: 3, of: 4, inMs: 800, error: 'no' },
      { attempts: 2, dueInMs: 800, error: 'no' },
    ],
    [{ kind: 'PUT_OFF', inMs: 800 }, { dueInMs: 800 }],
    [
      { kind: 'DEAD', error: 'no' },
      { status: 'DEAD', error: 'no', behind },
    ],
    [
      { kind: 'DONE', ignored: 'the order is PAID' },
      { status: 'DONE', ignored: 'the order is PAID' },
    ],
    [{ kind: 'NOTHING' }, { status: null }],
  ])('is %j', (hold, of) => expect(holdOf({ ...delivery, ...of })).toEqual(hold))
})
