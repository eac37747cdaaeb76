import { afterAll, afterEach, beforeAll, beforeEach, expect, vi } from 'vitest'
import { settings } from '@/server/platform/settings'
import { sweep } from '@/server/webhooks/sweep'
import { as } from './callers'
import { aProduct, order } from './orders'
import { aReceiver, type Call, type Endpoint, type Receiver } from './receiver'
import { quiet, settled } from './stories'

const api = as('admin')

/** Receivers on this machine, which are there for one test each. */
export function withReceivers() {
  const ends: (() => Promise<unknown>)[] = []
  const scale = settings().webhookTimeScale

  beforeAll(() => allowPrivate(true))
  afterAll(() => allowPrivate(false))
  beforeEach(async () => {
    // Nothing is tried again by itself while a test looks, unless it wants that; nor heard of what was begun before.
    settings().webhookTimeScale = 100
    await quiet()
  })
  afterEach(async () => {
    for (const end of ends.splice(0).reverse()) await end()
    settings().webhookTimeScale = scale
  })

  return {
    receiver: async (answer?: Receiver['answer']) => {
      const receiver = await aReceiver(answer)
      ends.push(async () => receiver.close())
      return receiver
    },
    /** An endpoint that tells it, made by REST. */
    endpoint: async (
      { url }: Pick<Receiver, 'url'>,
      options: { filters?: string[]; ordered?: boolean } = {},
    ) => {
      const asked = { name: 'test', url, filters: ['Order*'], ...options }
      const { status, body, text } = await api<Endpoint>('POST', '/api/webhooks', asked)
      expect(status, text).toBe(201)
      ends.push(() => api('DELETE', `/api/webhooks/${body.id}`))
      return body
    },
  }
}

function allowPrivate(allowed: boolean) {
  settings().webhooksAllowPrivate = allowed
}

/** An order that goes through, of which an endpoint of orders hears four times. */
export async function aStory(): Promise<string> {
  const { sku } = await aProduct(5)
  const orderId = await order({ sku })
  await settled(orderId)
  return orderId
}

export const storyOfOrder = ['OrderPlaced', 'OrderConfirmed', 'OrderPaid', 'OrderShipped']

export const typeOf = ({ body }: Call): string => JSON.parse(body).type
export const laneOf = ({ body }: Call): string => JSON.parse(body).data.lane

/** Which events of an order a receiver was told of, each time that it was. */
export const toldOf = ({ calls }: Receiver, orderId: string) =>
  calls.filter((call) => laneOf(call) === orderId).map(typeOf)

/** Waits for what would be seen; what is looked for now and then is looked for every half second, on both roads. */
export async function until(seen: () => unknown) {
  const sweeping = setInterval(() => void sweep().catch(() => {}), 500)
  await vi.waitFor(seen, { timeout: 20_000, interval: 50 }).finally(() => clearInterval(sweeping))
}

export type Delivery = {
  eventId: string
  eventType: string
  lane: string
  status: string
  nextAttemptAt: string | null
  resentBy: string | null
  attempts: {
    number: number
    redrive: number
    code: number | null
    error: string | null
    excerpt: string | null
  }[]
}

export async function deliveriesTo({ id }: Endpoint, query = ''): Promise<Delivery[]> {
  const { status, body, text } = await api<Delivery[]>('GET', `/api/webhooks/${id}/deliveries${query}`)
  expect(status, text).toBe(200)
  return body
}
