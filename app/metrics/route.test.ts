import { readFileSync } from 'node:fs'
import { sql } from 'drizzle-orm'
import parsePrometheus from 'parse-prometheus-text-format'
import { expect, it, vi } from 'vitest'
import { cancelOrder } from '@/server/modules/orders'
import { db } from '@/server/platform/database/connect'
import { deliveryStatus } from '@/server/platform/delivery-status'
import { poke } from '@/server/platform/pokes'
import { as } from '@/server/testing/callers'
import { aProduct, order } from '@/server/testing/orders'
import { happy, settled } from '@/server/testing/stories'

type Read = Map<string, number>

/** All samples by name and labels, read by a parser that is not ours. */
async function scrape(): Promise<Read> {
  const { status, headers, text } = await as(['metrics:read'])('GET', '/metrics')
  expect(status, text).toBe(200)
  expect(headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/)
  expect(headers.get('cache-control')).toBe('no-store')
  const read: Read = new Map()
  for (const { name, type, metrics } of parsePrometheus(text)) {
    for (const { labels = {}, value, count, sum } of metrics) {
      const key = [name, ...Object.values(labels)].join(' ')
      if (type === 'HISTOGRAM') read.set(`${key} count`, Number(count)).set(`${key} sum`, Number(sum))
      else read.set(key, Number(value))
    }
  }
  return read
}

/** What other tests left on its way is done, or waits for somebody. */
const quiet = () =>
  vi.waitFor(
    async () => {
      const { waiting, parked } = await deliveryStatus()
      expect(waiting).toBe(parked)
    },
    { timeout: 20_000 },
  )

it('counts each try to deliver once, as the ledger has them', async () => {
  await quiet()
  const before = await scrape()
  const { sku } = await aProduct(100)
  const shipped = await Promise.all([order({ sku }), order({ sku }), order({ sku })])
  const stumbled = await order({ sku, paymentMethod: 'pm_card_flaky' })
  const dead = await order({ sku, paymentMethod: 'pm_card_down' })
  await Promise.all([...shipped, stumbled, dead].map(settled))
  await cancelOrder(dead)
  await settled(dead)
  const lanes = sql.param([...shipped, stumbled, dead])
  const { rows: expected } = (await db().execute(sql`
    select module, case when ignored is null then 'done' else 'ignored' end as outcome, count(*)::int
    from log.deliveries where lane = any(${lanes}::text[]) and status = 'DONE' group by 1, 2
    union all
    select module, lower(kind), count(*)::int from log.incidents where lane = any(${lanes}::text[]) group by 1, 2`)) as unknown as {
    rows: { module: string; outcome: string; count: number }[]
  }
  const after = await scrape()
  const moved = (key: string) => (after.get(key) ?? 0) - (before.get(key) ?? 0)
  expect(expected.map(({ outcome }) => outcome)).toEqual(
    expect.arrayContaining(['done', 'failed', 'dead', 'ignored']),
  )
  for (const { module, outcome, count } of expected)
    expect(moved(`tiny_store_deliveries_total ${module} ${outcome}`), `${module} ${outcome}`).toBe(count)
  // Twice for the one that stumbles, three times for the one that ends among the dead.
  expect(moved('tiny_store_delivery_retries_total payments')).toBe(5)
  for (const type of happy.slice(-3)) expect(moved(`tiny_store_events_total ${type}`)).toBe(4)
  expect(moved('tiny_store_placed_to_shipped_seconds count')).toBe(4)
  const seconds = moved('tiny_store_placed_to_shipped_seconds sum')
  expect(seconds).toBeGreaterThan(0)
  expect(seconds).toBeLessThan(60)
})

it('counts a poke that finds nothing to do as a duplicate', async () => {
  await quiet()
  const orderId = await order({ sku: (await aProduct(1)).sku })
  await settled(orderId)
  const { rows } = (await db().execute(sql`
    select event_id as "eventId" from log.events where lane = ${orderId} and sequence = 1`)) as unknown as {
    rows: [{ eventId: string }]
  }
  const key = 'tiny_store_deliveries_total inventory duplicate'
  const before = (await scrape()).get(key) ?? 0
  poke([{ id: 'again', eventId: rows[0].eventId, eventType: 'OrderPlaced', lane: orderId, sequence: 1 }])
  await vi.waitFor(async () => expect((await scrape()).get(key)).toBe(before + 1))
})

it('says what the database says', async () => {
  await quiet()
  const { dead, waiting, parked, oldestDueSeconds } = await deliveryStatus()
  const read = await scrape()
  expect(read.get('tiny_store_dead_letters')).toBe(dead)
  expect(read.get('tiny_store_deliveries_waiting')).toBe(waiting)
  expect(read.get('tiny_store_deliveries_parked')).toBe(parked)
  expect(read.get('tiny_store_oldest_due_seconds')).toBeCloseTo(oldestDueSeconds, 0)
  expect(read.get('tiny_store_database_pool_total')).toBeGreaterThan(0)
  expect(read.get('tiny_store_database_pool_waiting')).toBeGreaterThanOrEqual(0)
  expect(read.get('nodejs_heap_size_used_bytes')).toBeGreaterThan(1e6)
})

it('says of each of its own figures whether processes are to be summed', async () => {
  const { text } = await as(['metrics:read'])('GET', '/metrics')
  const ours = text.split('\n').filter((line) => line.startsWith('# HELP tiny_store_'))
  expect(ours.length).toBeGreaterThan(10)
  expect(ours.filter((line) => !/(sum over processes|take the maximum)\.$/.test(line))).toEqual([])
})

it('has every figure that the dashboard draws', async () => {
  const { text } = await as(['metrics:read'])('GET', '/metrics')
  const exposed = new Set(
    parsePrometheus(text).flatMap(({ name, type }) =>
      type === 'HISTOGRAM' ? [`${name}_bucket`, `${name}_sum`, `${name}_count`] : [name],
    ),
  )
  const dashboard = JSON.parse(readFileSync('docs/grafana/tiny-store.json', 'utf8'))
  const drawn = (dashboard.panels as { targets: { expr: string }[] }[]).flatMap(({ targets }) =>
    targets.flatMap(({ expr }) => expr.match(/\b(tiny_store|process|nodejs)_\w+/g) ?? []),
  )
  expect(drawn.length).toBeGreaterThan(20)
  expect(drawn.filter((name) => !exposed.has(name))).toEqual([])
})
