import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { NewKey } from '@/server/access/keys'
import { type Rule, roles } from '@/server/access/permissions'
import { SecondFactor, SignIn } from '@/server/access/sign-in'
import { RebuildStep } from '@/server/analytics'
import { PlaceOrder } from '@/server/checkout'
import { NewRule } from '@/server/fault-lab'
import { CreateProduct, UpdateProduct } from '@/server/modules/inventory'
import { CancelOrder, EraseCustomer } from '@/server/modules/orders'
import { EndpointChanges, NewEndpoint, Rotation } from '@/server/webhooks/endpoints'
import { Resending } from '@/server/webhooks/resend'
import { procedures, routeDoors } from '../doors'
import { type Answer, type Asked, send } from './wire'

/** What each route takes that takes a body: nothing, or what this schema lets through, such as this. */
const bodies: Record<
  string,
  { schema: z.ZodType; such?: (known: Known) => unknown; optional?: true } | null
> = {
  'POST /api/orders': { schema: PlaceOrder, such: ({ sku }) => anOrder(sku) },
  'POST /api/orders/[orderId]/cancel': {
    schema: CancelOrder,
    such: () => ({ reason: 'Changed my mind' }),
    optional: true,
  },
  'POST /api/inventory/products': {
    schema: CreateProduct,
    such: () => ({
      sku: `H-${randomBytes(4).toString('hex')}`,
      name: 'Hostile',
      price: 12.5,
      stockQuantity: 3,
    }),
  },
  'PATCH /api/inventory/products/[sku]': {
    schema: UpdateProduct,
    such: () => ({ name: 'Changed', price: 3 }),
  },
  'POST /api/shipments/[shipmentId]/dispatch': null,
  'POST /api/shipments/[shipmentId]/deliver': null,
  'POST /api/customers/erase': {
    schema: EraseCustomer,
    such: () => ({ email: 'nobody@tiny-store.example' }),
  },
  // Each is the whole database: once is enough, and that it takes nothing else is seen before.
  'POST /api/backup': null,
  'POST /api/fault-lab/rules': { schema: NewRule },
  'POST /api/silence/[orderId]/poke': null,
  'POST /api/analytics/[model]/rebuild': {
    schema: RebuildStep,
    such: () => ({ step: 'begin' }),
    optional: true,
  },
  'POST /api/keys': { schema: NewKey, such: () => ({ name: 'Hostile', scopes: ['orders:read'] }) },
  'POST /api/webhooks': {
    schema: NewEndpoint,
    // Of nobody: what is told there is told to nobody.
    such: () => ({ name: 'Hostile', url: 'https://203.0.113.1/', filters: ['Order*'] }),
  },
  'PATCH /api/webhooks/[webhookId]': { schema: EndpointChanges, such: () => ({ name: 'Changed' }) },
  'POST /api/webhooks/[webhookId]/pause': null,
  'POST /api/webhooks/[webhookId]/resume': null,
  'POST /api/webhooks/[webhookId]/rotate': { schema: Rotation, such: () => ({ hours: 1 }), optional: true },
  'POST /api/webhooks/[webhookId]/end-old-secret': null,
  'POST /api/webhooks/[webhookId]/test': null,
  'POST /api/webhooks/[webhookId]/resend': { schema: Resending, such: () => ({ since: '2025-11-22' }) },
  'POST /api/webhooks/[webhookId]/deliveries/[eventId]/resend': null,
  'POST /api/session': {
    schema: SignIn,
    such: () => ({ email: 'nobody@tiny-store.example', password: 'not known' }),
  },
  'POST /api/session/second-factor': { schema: SecondFactor, such: () => ({ code: '123456' }) },
  'POST /api/trpc/[trpc]': null,
  'POST /api/inngest': null,
}

const anOrder = (sku: string) => ({
  items: [{ sku, quantity: 1 }],
  shippingAddress: {
    name: 'A. Customer',
    street: '14 Example Street',
    city: 'Amsterdam',
    postalCode: '1012 AB',
    country: 'NL',
  },
})

export type Placed = { orderId: string; accessToken: string; cookie: string }
type Known = { sku: string; orderId: string; shipmentId: string; eventId: string; accessToken: string }

export type Credentials = Record<string, string>

export type Stage = Awaited<ReturnType<typeof setStage>>

/** The shop with something in it to be got at, and all who may try to. */
export async function setStage(origin: string, admin: { email: string; password: string }) {
  const ask = (asked: Asked) => send(origin, asked)
  const post = (path: string, body: unknown, credentials: Credentials = {}) =>
    ask({
      method: 'POST',
      path,
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json', ...credentials },
    })

  async function signIn(email: string, password: string): Promise<Credentials> {
    const answer = expectOk(await post('/api/session', { email, password }), `signing in as ${email}`)
    const cookies = (answer.headers['set-cookie'] ?? []).map((cookie) => cookie.split(';')[0])
    // As a browser says it by itself, from a page of ours.
    return { cookie: cookies.join('; '), 'sec-fetch-site': 'same-origin' }
  }

  async function keyFor(scopes: readonly string[]): Promise<{ keyId: string; key: Credentials }> {
    const made = JSON.parse(
      expectOk(await post('/api/keys', { name: 'Hostile', scopes }, boss), 'making a key').text,
    )
    return { keyId: made.keyId, key: { authorization: `Bearer ${made.key}` } }
  }

  /** Calls a procedure as the screens do. */
  async function call<T>(name: string, input: unknown, credentials: Credentials): Promise<T> {
    const answer = expectOk(await post(`/api/trpc/${name}`, { json: input }, credentials), name)
    return JSON.parse(answer.text).result.data.json
  }

  async function memberAs(role: string) {
    const email = `${role}-${randomBytes(6).toString('hex')}@tiny-store.example`
    const made = await call<{ id: string; password: string }>(
      'staff.create',
      { email, name: role, role },
      boss,
    )
    const password = randomBytes(12).toString('hex')
    const first = await signIn(email, made.password)
    await call('account.changePassword', { currentPassword: made.password, newPassword: password }, first)
    return { id: made.id, email, password, session: await signIn(email, password) }
  }

  const boss = await signIn(admin.email, admin.password)
  const session = JSON.parse(
    expectOk(await ask({ method: 'GET', path: '/api/session', headers: boss }), 'the session').text,
  )
  const { key } = await keyFor(session.permissions)
  const sku = `HOSTILE-${randomBytes(4).toString('hex').toUpperCase()}`
  expectOk(
    await post('/api/inventory/products', { sku, name: 'Hostile', price: 12.5, stockQuantity: 100_000 }, key),
    sku,
  )
  const placed = await anOrderOf(sku)
  const shipped = await untilShipped(placed.orderId)
  const events = JSON.parse(
    expectOk(
      await ask({ method: 'GET', path: `/api/events?orderId=${placed.orderId}`, headers: key }),
      'events',
    ).text,
  )
  const known: Known = {
    sku,
    orderId: placed.orderId,
    shipmentId: shipped.shipmentId,
    eventId: events[0].eventId,
    accessToken: placed.accessToken,
  }

  /** By somebody whom nobody knows, in a browser of his own. */
  async function anOrderOf(sku: string): Promise<Placed> {
    const answer = expectOk(await post('/api/orders', anOrder(sku)), 'an order')
    const cookie = answer.headers['set-cookie']?.[0]?.split(';')[0] ?? ''
    return { ...JSON.parse(answer.text), cookie }
  }

  async function untilShipped(orderId: string): Promise<{ shipmentId: string }> {
    for (let tries = 0; tries < 100; tries += 1) {
      const { text } = await ask({ method: 'GET', path: `/api/orders/${orderId}`, headers: key })
      const order = JSON.parse(text)
      if (order.status === 'SHIPPED') return order
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
    throw new Error(`The shop does not ship: order ${orderId} is not SHIPPED after 10 s`)
  }

  const doors = await routeDoors()
  const unknown = doors.filter(
    ({ name, method }) => method !== 'GET' && method !== 'DELETE' && method !== 'PUT' && !(name in bodies),
  )
  if (unknown.length > 0)
    throw new Error(
      `Say in server/testing/hostile/stage.ts what ${unknown.map(({ name }) => name).join(', ')} takes`,
    )

  return {
    origin,
    admin,
    ask,
    post,
    call,
    query: (name: string, credentials: Credentials) =>
      ask({ method: 'GET', path: `/api/trpc/${name}`, headers: credentials }),
    signIn,
    keyFor,
    memberAs,
    boss,
    key,
    known,
    anOrder: () => anOrderOf(sku),
    ids: [placed.orderId, shipped.shipmentId, known.eventId, sku],
    members: Object.fromEntries(
      await Promise.all(roles.map(async (role) => [role, await memberAs(role)] as const)),
    ) as Record<(typeof roles)[number], Awaited<ReturnType<typeof memberAs>>>,
    doors: doors.map((door) => ({
      ...door,
      takes: bodies[door.name] ?? undefined,
      at: addressIn(door.path, known),
    })),
    procedures,
    /** Who gets through to what a door does, so that it is that which refuses. */
    insider: (rule: Rule): Credentials => (rule === 'staff' ? boss : key),
  }
}

/** The path of a door with ids of what is there. */
const addressIn = (path: string, { orderId, sku, shipmentId, eventId }: Known) =>
  path
    .replace('[orderId]', orderId)
    .replace('[sku]', sku)
    .replace('[shipmentId]', shipmentId)
    .replace('[eventId]', eventId)
    .replace(/\[(keyId|ruleId|webhookId)\]/, '00000000-0000-7000-8000-000000000000')
    .replace('[model]', 'units-per-sku')
    .replace('[trpc]', 'orders.list')

function expectOk(answer: Answer, what: string): Answer {
  if (answer.status < 300) return answer
  throw new Error(`The shop refused ${what} with ${answer.status}: ${answer.text.slice(0, 300)}`)
}

/** Doors that, where nothing may be broken on purpose, only say that they are not there. */
export const isShut = (name: string) => /fault-lab|faultLab/.test(name)

export const jsonSchemaOf = (schema: z.ZodType) =>
  z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as object
