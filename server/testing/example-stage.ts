import { eq } from 'drizzle-orm'
import { users } from '@/server/access/tables'
import { sampleId } from '@/server/operation'
import { db } from '@/server/platform/database/connect'
import { aMember, as, cookiesIn, screensWith } from './callers'
import { api } from './http-client'
import { aProduct, order } from './orders'
import { settled } from './stories'

/*
 * Examples of the API name things as if they were there. Here they are made, before an example is sent: what stands for what
 * it says, and what it is sent with besides.
 */

type Stage = { words?: Record<string, string>; headers?: Record<string, string> }

const admin = as('admin')

const made = async (path: string, body: object) =>
  (await admin<Record<string, string>>('POST', path, body)).body

/** An address as good as the one that examples show, which nobody has. */
const hooks = 'https://8.8.8.8/hooks'

const aWebhook = async () =>
  (await made('/api/webhooks', { name: 'Example', url: hooks, filters: ['ProductCreated'] })).id

const anOrder = async (paymentMethod?: 'pm_card_slow' | 'pm_card_declined') =>
  order({ sku: (await aProduct(5)).sku, paymentMethod })

const aShipment = async () => (await settled(await anOrder())).shipmentId ?? ''

/** The id is that of a thing. */
const thing = (make: () => Promise<string>) => async (): Promise<Stage> => ({
  words: { [sampleId]: await make() },
})

/** By what the path calls it. */
const byParameter: Record<string, () => Promise<Stage>> = {
  orderId: thing(() => anOrder()),
  shipmentId: thing(aShipment),
  eventId: thing(async () => {
    const found = await admin<{ eventId: string }[]>('GET', `/api/events?orderId=${await anOrder()}`)
    return found.body[0].eventId
  }),
  keyId: thing(async () => (await made('/api/keys', { name: 'Example', scopes: ['orders:read'] })).keyId),
  webhookId: thing(aWebhook),
  ruleId: thing(
    async () => (await made('/api/fault-lab/rules', { effect: 'DROP_POKE', sku: 'NONE' })).ruleId,
  ),
  model: async () => ({ words: { [sampleId]: 'units-per-sku' } }),
  sku: async () => ({ words: { 'MUG-LOW-CLAY': (await aProduct(5)).sku } }),
}

/** By its operation, where that needs a thing of a certain kind. */
const byOperation: Record<string, () => Promise<Stage>> = {
  placeOrder: byParameter.sku,
  listEvents: byParameter.orderId,
  exportEvents: byParameter.orderId,
  cancelOrder: thing(() => anOrder('pm_card_slow')),
  eraseCustomer: thing(async () => (await settled(await anOrder('pm_card_declined'))).orderId),
  deliverShipment: thing(async () => {
    const shipmentId = await aShipment()
    await admin('POST', `/api/shipments/${shipmentId}/dispatch`)
    return shipmentId
  }),
  makeWebhook: async () => ({ words: { 'https://parcels.example.com/hooks': hooks } }),
  resumeWebhook: thing(async () => {
    const id = await aWebhook()
    await admin('POST', `/api/webhooks/${id}/pause`)
    return id
  }),
  endOldWebhookSecret: thing(async () => {
    const id = await aWebhook()
    await admin('POST', `/api/webhooks/${id}/rotate`)
    return id
  }),
  signIn: async () => {
    const { email, password } = await aMember('viewer')
    return { words: { 'ada@tiny-store.example': email, 'correct horse battery staple': password } }
  },
  giveSecondFactor: async () => {
    const { id, email, password, credentials } = await aMember('viewer')
    const { backupCodes } = await (await screensWith(credentials)).account.setUpSecondFactor({ password })
    await db().update(users).set({ twoFactorEnabled: true }).where(eq(users.id, id))
    const { headers } = await api('POST', '/api/session', { email, password })
    return { words: { 123456: backupCodes[0] ?? '' }, headers: { cookie: cookiesIn(headers) } }
  },
  getRebuild: async () => {
    await admin('POST', '/api/analytics/units-per-sku/rebuild', { step: 'begin' })
    return byParameter.model()
  },
  rebuild: async () => {
    await admin('POST', '/api/analytics/units-per-sku/rebuild', { step: 'cancel' })
    return byParameter.model()
  },
  // Everybody's session but the one that ends is left alone.
  signOut: async () => ({ headers: (await aMember('viewer')).credentials }),
}

/** Makes what an example of this operation at this path needs. */
export async function stageOf(operation: string, path: string): Promise<Stage> {
  const [, parameter = ''] = /\{(\w+)\}/.exec(path) ?? []
  const make = byOperation[operation] ?? byParameter[parameter]
  return (await make?.()) ?? {}
}
