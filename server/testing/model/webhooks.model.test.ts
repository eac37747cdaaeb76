import { and, eq, like } from 'drizzle-orm'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { db } from '@/server/platform/database/connect'
import { drain } from '@/server/platform/drain'
import { settings } from '@/server/platform/settings'
import { deliveries } from '@/server/platform/tables'
import { webhooks } from '@/server/webhooks'
import { createEndpoint, pauseEndpoint, removeEndpoint, resumeEndpoint } from '@/server/webhooks/endpoints'
import { fanOut } from '@/server/webhooks/fan-out'
import { byKey } from '../by-key'
import { HOUR_MS, letTimePass } from '../clock'
import { probes } from '../probe'
import { aReceiver, type Call } from '../receiver'
import { runs } from './runs'

const TRIES = 7
/** More than the longest wait between two tries, at the pace of these tests. */
const LONG_MS = 2_000 * HOUR_MS

/** For each order how often each of its events fails: from seven on it is given up. */
const stories = fc.array(fc.array(fc.integer({ min: 0, max: 8 }), { minLength: 1, maxLength: 4 }), {
  minLength: 1,
  maxLength: 3,
})
const step = fc.oneof(
  { weight: 3, arbitrary: fc.constant('hand out' as const) },
  { weight: 4, arbitrary: fc.constant('time passes' as const) },
  { weight: 6, arbitrary: fc.nat(2).map((order) => ({ drain: order })) },
  { weight: 1, arbitrary: fc.constant('pause' as const) },
  { weight: 2, arbitrary: fc.constant('resume' as const) },
)

beforeAll(() => {
  settings().webhooksAllowPrivate = true
})
afterAll(() => {
  settings().webhooksAllowPrivate = false
})

const placeOf = ({ body }: Call) => {
  const { lane, sequence } = JSON.parse(body).data
  return { lane: String(lane), sequence: Number(sequence) }
}

describe('an endpoint that is told in order', () => {
  it('hears every event of an order after the one before it has arrived or was given up, whatever happens when', async () => {
    await fc.assert(
      fc.asyncProperty(stories, fc.array(step, { maxLength: 30 }), (orders, steps) =>
        byKey(() => play(orders, steps)),
      ),
      runs(25),
    )
  }, 600_000)
})

type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

async function play(orders: number[][], steps: Step[]) {
  const left = new Map<string, number[]>()
  const receiver = await aReceiver((call) => {
    const { lane, sequence } = placeOf(call)
    const fails = left.get(lane) ?? []
    const more = fails[sequence - 1] ?? 0
    fails[sequence - 1] = more - 1
    return { code: more > 0 ? 500 : 200 }
  })
  const { id } = await createEndpoint({
    name: 'model',
    url: receiver.url,
    filters: ['StockAdjusted'],
    ordered: true,
  })
  const module = `webhook:${id}`
  for (const fails of orders) left.set(await probes(...fails.map((_, n) => n + 1)), [...fails])
  const lanes = [...left.keys()]
  const tell = (lane: string) => drain(`${module}:${lane}`, module, webhooks.reactionTo, (_, work) => work())
  const handOut = async () => {
    while ((await fanOut()) === 'more');
  }

  for (const step of steps) {
    if (step === 'hand out') await handOut()
    else if (step === 'time passes') await letTimePass(LONG_MS)
    else if (step === 'pause') await pauseEndpoint(id).catch(() => {})
    else if (step === 'resume') await resumeEndpoint(id).catch(() => {})
    else {
      const lane = lanes[step.drain % lanes.length] ?? ''
      // Two at once, as processes that were both poked.
      await Promise.all([tell(lane), tell(lane)])
    }
  }

  await resumeEndpoint(id).catch(() => {})
  await handOut()
  for (let round = 0; round < 5 * TRIES; round++) {
    await letTimePass(LONG_MS)
    await Promise.all(lanes.map(tell))
  }
  const told = await db()
    .select()
    .from(deliveries)
    .where(and(eq(deliveries.module, module), like(deliveries.module, 'webhook:%')))
  await removeEndpoint(id)
  receiver.close()

  expect(told).toHaveLength(orders.flat().length)
  for (const lane of lanes) {
    const heard = receiver.calls.map(placeOf).filter((place) => place.lane === lane)
    const sequences = heard.map(({ sequence }) => sequence)
    expect(sequences).toEqual(sequences.toSorted((a, b) => a - b))
    for (const { sequence, status } of told.filter((delivery) => delivery.lane.endsWith(lane))) {
      const arrived = (left.get(lane)?.[sequence - 1] ?? 0) < 0
      expect({ sequence, status }).toEqual({ sequence, status: arrived ? 'DONE' : 'GIVEN_UP' })
      // Pausing gives all tries again; without it there are never more than seven.
      const times = sequences.filter((each) => each === sequence).length
      if (!steps.includes('pause')) expect(times).toBeLessThanOrEqual(TRIES)
      if (!arrived) expect(times).toBeGreaterThanOrEqual(TRIES)
    }
  }
}
