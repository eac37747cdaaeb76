import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { NextRequest } from 'next/server'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { POST as placeOrder } from '@/app/api/orders/route'
import { watchArrivals } from '@/server/access/arrivals'
import { cancelOrder } from '@/server/modules/orders'
import { address, aProduct, order } from '@/server/testing/orders'
import { happy, settled } from '@/server/testing/stories'
import { watchRequests } from './requests'
import { settings } from './settings'
import { rootOf } from './spans'

type Value = { stringValue?: string; intValue?: number }
type Received = {
  name: string
  traceId: string
  spanId: string
  parentSpanId?: string
  kind: number
  links?: { traceId: string; spanId: string }[]
  attributes: { key: string; value: Value }[]
}

/** A collector: takes what OTLP sends as JSON. */
const received: string[] = []
const collector = createServer(async (request, response) => {
  let body = ''
  for await (const chunk of request) body += chunk
  if (request.url === '/v1/traces') received.push(body)
  response.writeHead(200, { 'content-type': 'application/json' }).end('{}')
})

const shop = createServer(async (request, response) => {
  let body = ''
  for await (const chunk of request) body += chunk
  const asked = new NextRequest(`http://localhost${request.url}`, {
    method: 'POST',
    headers: request.headers as Record<string, string>,
    body,
  })
  const answer = await placeOrder(asked, { params: Promise.resolve({}) })
  response.writeHead(answer.status).end(await answer.text())
})

const portOf = (server: Server) => (server.address() as AddressInfo).port
let stop: () => Promise<void>
let unwatch: (() => void)[]

beforeEach(async () => {
  received.length = 0
  for (const server of [collector, shop]) await once(server.listen(0, '127.0.0.1'), 'listening')
  process.env.OTEL_EXPORTER_OTLP_ENDPOINT = `http://127.0.0.1:${portOf(collector)}`
  unwatch = [watchArrivals(), watchRequests(() => '/api/orders')]
  const { startTracing } = await import('./traces')
  stop = startTracing('1.2.3')
})

afterEach(async () => {
  for (const each of unwatch) each()
  settings().trustedHops = 0
  delete process.env.OTEL_EXPORTER_OTLP_ENDPOINT
  for (const server of [collector, shop]) server.close()
})

const person = { email: 'ada@example.com', customerId: 'customer-ada' }

async function place(headers: Record<string, string> = {}) {
  const { sku } = await aProduct(10)
  const answer = await fetch(`http://127.0.0.1:${portOf(shop)}/api/orders`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ ...person, items: [{ sku, quantity: 1 }], shippingAddress: address }),
  })
  const { orderId, accessToken } = (await answer.json()) as { orderId: string; accessToken: string }
  await settled(orderId)
  return { orderId, accessToken }
}

/** What the collector got, once all was sent. */
async function spans(): Promise<Received[]> {
  await stop()
  return received.flatMap((body) =>
    JSON.parse(body).resourceSpans.flatMap((of: { scopeSpans: { spans: Received[] }[] }) =>
      of.scopeSpans.flatMap(({ spans }) => spans),
    ),
  )
}

const said = ({ attributes }: Received) =>
  Object.fromEntries(
    attributes.map(({ key, value }) => [
      key.replace('tiny_store.', ''),
      value.stringValue ?? value.intValue ?? value,
    ]),
  )

it('are one for an order: the request, the command, and each delivery with how it ended', async () => {
  const { orderId, accessToken } = await place({ traceparent: `00-${'1'.repeat(32)}-${'2'.repeat(16)}-01` })
  const all = await spans()
  const traceId = orderId.replaceAll('-', '')
  const story = all.filter((span) => span.traceId === traceId)

  const [request] = story.filter(({ kind }) => kind === 2)
  expect(request).toMatchObject({ name: 'POST /api/orders' })
  // Nobody of ours stands in front: whoever claims a trace is not believed.
  expect(request?.parentSpanId ?? '').toBe('')
  expect(request && said(request)).toMatchObject({
    'http.route': '/api/orders',
    'http.response.status_code': 201,
  })

  const [command] = story.filter(({ name }) => name === 'command OrderPlaced')
  expect(command).toMatchObject({ parentSpanId: request?.spanId, spanId: rootOf(orderId).spanId })

  const tries = story.filter(({ kind }) => kind === 5)
  expect(tries.every(({ parentSpanId }) => parentSpanId === command?.spanId)).toBe(true)
  const delivered = tries.map(said)
  expect(new Set(delivered.map(({ event_type }) => event_type))).toEqual(new Set(happy))
  expect(delivered).toContainEqual(
    expect.objectContaining({
      module: 'payments',
      event_type: 'OrderConfirmed',
      attempt: 1,
      outcome: 'done',
      correlation_id: orderId,
    }),
  )

  const text = received.join('')
  for (const personal of [...Object.values(person), address.name, address.street, address.city, accessToken])
    expect(text).not.toContain(personal)
})

it('of somebody who has one of his own are linked, where a proxy of ours hands it on', async () => {
  settings().trustedHops = 1
  const his = { traceId: '3'.repeat(32), spanId: '4'.repeat(16) }
  const { orderId } = await place({ traceparent: `00-${his.traceId}-${his.spanId}-01` })
  const all = await spans()
  const request = all.find(({ kind }) => kind === 2)
  expect(request).toMatchObject({ traceId: his.traceId, parentSpanId: his.spanId })
  const command = all.find(({ name }) => name === 'command OrderPlaced')
  expect(command).toMatchObject({
    ...rootOf(orderId),
    links: [{ traceId: his.traceId, spanId: request?.spanId }],
  })
})

it('go on with what is done later, wherever', async () => {
  const orderId = await order({ sku: (await aProduct(1)).sku, paymentMethod: 'pm_card_slow' })
  await cancelOrder(orderId)
  await settled(orderId)
  const all = await spans()
  const root = rootOf(orderId)
  const cancelled = all.find(({ name }) => name === 'command OrderCancelled')
  expect(cancelled).toMatchObject({ traceId: root.traceId, parentSpanId: root.spanId })
  expect(cancelled?.spanId).not.toBe(root.spanId)
  const heard = all.filter(({ kind, name }) => kind === 5 && name.endsWith(' OrderCancelled'))
  expect(heard.length).toBeGreaterThan(0)
  expect(new Set(heard.map(({ traceId }) => traceId))).toEqual(new Set([root.traceId]))
})

it('are not even loaded where nobody takes them', () => {
  const files = readdirSync('server', { recursive: true })
    .map((file) => `server/${file}`)
    .filter((file) => /(?<!test)\.ts$/.test(file) && file !== 'server/platform/traces.ts')
  const loading = files.filter((file) =>
    /from '(@opentelemetry|.*platform\/traces'|\.\/traces')/.test(readFileSync(file, 'utf8')),
  )
  expect(loading).toEqual([])
})
