import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { auditRefusal } from '@/server/access/audit'
import type { listAudit } from '@/server/access/audit-queries'
import { inContext } from '@/server/access/context'
import { permissions } from '@/server/access/permissions'
import { newId } from '@/server/kernel/id'
import { cancelOrder } from '@/server/modules/orders'
import { settings } from '@/server/platform/settings'
import { aMember, as, screensAs, screensWith } from '@/server/testing/callers'
import { pagesOf, problemIn } from '@/server/testing/http-client'
import { deadDeliveries } from '@/server/testing/ledger'
import { address, aProduct, order } from '@/server/testing/orders'
import { settled } from '@/server/testing/stories'

type Entry = Awaited<ReturnType<typeof listAudit>>['items'][number]

const admin = as('admin')
const key = as(permissions)
const desk = await screensAs('operator')

const trailOf = async (target: string): Promise<Entry[]> =>
  (await admin<Entry[]>('GET', `/api/audit?target=${encodeURIComponent(target)}`)).body

const { sku } = await aProduct(1_000)

async function shipped() {
  const { shipmentId = '' } = await settled(await order({ sku }))
  return shipmentId
}

describe('the audit trail has what staff and keys change', () => {
  it('products: made, changed, counted anew', async () => {
    const own = `A-${newId().slice(-10)}`.toUpperCase()
    await key('POST', '/api/inventory/products', { sku: own, name: 'Lamp', price: 10, stockQuantity: 3 })
    await desk.inventory.update({ sku: own, price: 12, description: 'Bright' })
    await desk.inventory.update({ sku: own, stockQuantity: 5 })
    await desk.inventory.update({ sku: own, stockQuantity: 5 })
    const [counted, changed, made, ...more] = await trailOf(`product/${own}`)
    expect(more).toEqual([])
    expect(made).toMatchObject({
      action: 'products.create',
      who: { kind: 'key', id: expect.any(String), name: 'Test' },
      after: { sku: own, price: 10, stockQuantity: 3 },
      requestId: expect.any(String),
    })
    expect(changed).toMatchObject({
      action: 'products.update',
      who: { kind: 'staff', name: 'operator' },
      before: { price: 10, description: '' },
      after: { price: 12, description: 'Bright' },
    })
    expect(counted).toMatchObject({
      action: 'products.adjust',
      before: { stockQuantity: 3, availableStock: 3 },
      after: { stockQuantity: 5, availableStock: 5 },
    })
  })

  it('orders: cancelled and noted, without what was said', async () => {
    const orderId = await order({ sku, paymentMethod: 'pm_card_slow' })
    await desk.orders.addNote({ orderId, note: 'Grace called' })
    await desk.orders.cancelAtDesk({ orderId, reason: 'Grace asked for it' })
    await desk.orders.cancelAtDesk({ orderId })
    const trail = await trailOf(`order/${orderId}`)
    expect(trail.map(({ action }) => action)).toEqual(['orders.cancel', 'orders.note'])
    expect(trail[0]).toMatchObject({ after: { status: 'CANCELLED' }, who: { kind: 'staff' } })
    expect(JSON.stringify(trail)).not.toContain('Grace')
  })

  it('orders: placed by who may place them for others', async () => {
    const placed = await key<{ orderId: string }>('POST', '/api/orders', {
      items: [{ sku, quantity: 1 }],
      shippingAddress: address,
    })
    expect(await trailOf(`order/${placed.body.orderId}`)).toMatchObject([
      { action: 'orders.place', who: { kind: 'key' } },
    ])
  })

  it('nothing of what customers do themselves, or nobody', async () => {
    const mine = await order({ sku, paymentMethod: 'pm_card_slow' })
    await as('nobody')('POST', `/api/orders/${mine}/cancel`, {})
    const other = await order({ sku, paymentMethod: 'pm_card_slow' })
    await cancelOrder(other)
    expect(await trailOf(`order/${mine}`)).toEqual([])
    expect(await trailOf(`order/${other}`)).toEqual([])
  })

  it('shipments: dispatched and delivered, each once', async () => {
    const shipmentId = await shipped()
    await key('POST', `/api/shipments/${shipmentId}/dispatch`)
    await key('POST', `/api/shipments/${shipmentId}/dispatch`)
    await desk.shipments.deliver({ shipmentId })
    expect(await trailOf(`shipment/${shipmentId}`)).toMatchObject([
      { action: 'shipments.deliver', before: { status: 'DISPATCHED' }, after: { status: 'DELIVERED' } },
      { action: 'shipments.dispatch', before: { status: 'CREATED' }, after: { status: 'DISPATCHED' } },
    ])
  })

  it('dead letters: redriven and discarded', async () => {
    const orderId = await order({ sku, paymentMethod: 'pm_card_down' })
    for (const verb of ['redrive', 'discard'] as const) {
      await settled(orderId)
      const [letter] = await deadDeliveries(orderId)
      if (!letter) throw new Error('It did not die')
      const { eventId, module } = letter
      const letters = [{ eventId, module }]
      if (verb === 'redrive') await desk.deadLetters.redrive({ letters })
      else await desk.deadLetters.discard({ letters, reason: 'No use' })
      expect((await trailOf(`delivery/${eventId}/${module}`))[0]).toMatchObject({
        action: `dead-letters.${verb}`,
        before: { status: 'DEAD' },
        after: { status: verb === 'redrive' ? 'PENDING' : 'DISCARDED' },
      })
    }
  })

  it('rules of the fault lab: armed and disarmed', async () => {
    settings().faultLab = true
    const rule = { effect: 'DELAY', delayMs: 1, sku: 'NONE-SUCH' }
    const { body } = await key<{ ruleId: string }>('POST', '/api/fault-lab/rules', rule)
    await desk.faultLab.remove({ ruleId: body.ruleId })
    settings().faultLab = false
    expect(await trailOf(`fault-rule/${body.ruleId}`)).toMatchObject([
      { action: 'fault-lab.disarm' },
      { action: 'fault-lab.arm', after: rule },
    ])
  })

  it('staff: made, given another role, a new password, shut out; their sessions; never a password', async () => {
    const screens = await screensAs('admin')
    const { id, credentials, password } = await aMember('viewer')
    await screens.staff.changeRole({ id, role: 'operator' })
    await screens.staff.endAllSessions({ id })
    await screens.staff.endAllSessions({ id })
    await screens.staff.resetPassword({ id })
    await screens.staff.disable({ id })
    const trail = await trailOf(`staff/${id}`)
    expect(trail.map(({ action }) => action)).toEqual([
      'staff.disable',
      'staff.reset-password',
      'sessions.end',
      'staff.change-role',
      'account.change-password',
      'staff.create',
    ])
    expect(trail[3]).toMatchObject({ before: { role: 'viewer' }, after: { role: 'operator' } })
    expect(trail[4]).toMatchObject({ who: { kind: 'staff', id } })
    for (const secret of [password, credentials.cookie]) expect(JSON.stringify(trail)).not.toContain(secret)
  })

  it('who came in, also when they are gone, so that they are known to have been seen', async () => {
    const { id, credentials } = await aMember('viewer')
    await as('nobody')('DELETE', '/api/session', undefined, credentials)
    await (await screensAs('admin')).staff.endAllSessions({ id })
    const { body } = await admin<Entry[]>('GET', `/api/audit?who=${id}&action=sign-in`)
    expect(body).toHaveLength(2)
    expect(body[0]).toMatchObject({ who: { kind: 'staff', id, name: 'viewer' }, address: expect.any(String) })
    const seen = (await (await screensAs('admin')).staff.list()).find((each) => each.id === id)
    expect(seen).toMatchObject({ sessions: 0, lastSeenAt: new Date(body[0]?.at ?? 0) })
  })

  it('keys: made and revoked, never the key', async () => {
    const screens = await screensAs('admin')
    const { keyId, key: secret } = await screens.keys.create({ name: 'Till', scopes: ['orders:read'] })
    await screens.keys.revoke({ keyId })
    const trail = await trailOf(`key/${keyId}`)
    expect(trail).toMatchObject([
      { action: 'keys.revoke' },
      { action: 'keys.create', after: { name: 'Till', scopes: ['orders:read'] } },
    ])
    expect(JSON.stringify(trail)).not.toContain(secret)
  })

  it('customers who were forgotten, by the order alone', async () => {
    const orderId = await order({ sku, paymentMethod: 'pm_card_declined' })
    await settled(orderId)
    await admin('POST', '/api/customers/erase', { orderId })
    const [entry] = await trailOf(`order/${orderId}`)
    expect(entry).toMatchObject({ action: 'customers.erase', who: { kind: 'staff' } })
    expect(entry).not.toHaveProperty('before')
  })

  it('and not what did not happen after all', async () => {
    const shipmentId = await shipped()
    problemIn(await key('POST', `/api/shipments/${shipmentId}/deliver`), 409)
    expect(await trailOf(`shipment/${shipmentId}`)).toEqual([])
  })
})

describe('the audit trail has who was turned away', () => {
  // Other tests are turned away too, and only so many a minute are written down.
  let minutes = 0
  const now = performance.now.bind(performance)
  beforeEach(() => {
    minutes++
    vi.spyOn(performance, 'now').mockImplementation(() => now() + minutes * 61_000)
  })
  afterAll(() => void vi.restoreAllMocks())

  /** Nobody who is turned away waits until that is written down. */
  const written = (query: string) =>
    vi.waitFor(async () => {
      const trail = await admin<Entry[]>('GET', `/api/audit?${query}`)
      expect(trail.body).toHaveLength(1)
      return trail
    })

  it('somebody known who may not do this, at a route and on a screen', async () => {
    const { id, credentials } = await aMember('viewer')
    problemIn(await as('nobody')('POST', '/api/inventory/products', {}, credentials), 403)
    const trail = await written(`who=${id}&action=refused`)
    expect(trail.body).toMatchObject([
      {
        who: { kind: 'staff', id, name: 'viewer' },
        target: 'POST /api/inventory/products',
        after: { status: 403, needs: 'inventory:write' },
      },
    ])
  })

  it('a wrong password, by the name that was tried, and never the password', async () => {
    const email = `nobody-${newId()}@example.com`
    problemIn(await as('nobody')('POST', '/api/session', { email, password: 'open sesame' }), 401)
    const { body, text } = await written(`who=${email}`)
    expect(body).toMatchObject([{ action: 'sign-in.refused', who: { kind: 'nobody', name: email } }])
    expect(text).not.toContain('sesame')
  })

  it('what was typed as a name, only when it can be one', async () => {
    const password = `open sesame ${newId()}`
    problemIn(await as('nobody')('POST', '/api/session', { email: password, password: 'x' }), 401)
    problemIn(
      await as('nobody')('POST', '/api/session', { email: `${newId()}@example.com`, password: 'x' }),
      401,
    )
    const { text } = await vi.waitFor(async () => {
      const trail = await admin<Entry[]>('GET', '/api/audit?action=sign-in.refused&limit=2')
      expect(trail.body).toHaveLength(2)
      expect(trail.body.some(({ who }) => who.name?.endsWith('@example.com'))).toBe(true)
      return trail
    })
    expect(text).not.toContain(password)
  })

  it('a key that is none, and a password that is wrong for one’s own account', async () => {
    const authorization = `Bearer tsk_${newId()}`
    const refused = await as('nobody')('GET', '/api/orders', undefined, { authorization })
    const requestId = problemIn(refused, 401).requestId
    const { body } = await vi.waitFor(async () => {
      const trail = await admin<Entry[]>('GET', '/api/audit?target=key&action=refused')
      expect(trail.body.map((entry) => entry.requestId)).toContain(requestId)
      return trail
    })
    expect(body[0]).toMatchObject({ who: { kind: 'key' }, after: { status: 401 } })

    const { id, credentials } = await aMember('viewer')
    const own = await screensWith(credentials)
    await expect(
      own.account.changePassword({ currentPassword: 'not mine at all', newPassword: 'another of my own' }),
    ).rejects.toThrow()
    const trail = await written(`who=${id}&action=refused`)
    expect(trail.body).toMatchObject([{ target: 'account/currentPassword', after: { status: 400 } }])
  })

  it('of a flood the first ten from an address, and then how many there were besides', async () => {
    const flood = newId()
    const address = `2001:db8::${flood.slice(-4)}`
    const caller = { kind: 'customer' } as const
    await inContext({ requestId: flood, caller, address }, async () => {
      for (let n = 0; n < 500; n++) await auditRefusal('sign-in.refused', { target: flood })
      expect(await trailOf(flood)).toHaveLength(10)
      minutes++
      await auditRefusal('sign-in.refused', { target: flood })
    })
    const [last] = await trailOf(flood)
    expect(last?.after?.unwritten).toBeGreaterThanOrEqual(490)
  })
})

describe('the audit trail is asked', () => {
  it('page by page, newest first, each entry once', async () => {
    const { sku: own } = await aProduct(0)
    for (let n = 1; n <= 7; n++) await key('PATCH', `/api/inventory/products/${own}`, { stockQuantity: n })
    const between = () => key('PATCH', `/api/inventory/products/${own}`, { stockQuantity: 100 })
    const pages = await pagesOf<Entry>(admin, `/api/audit?target=product/${own}&limit=3`, between)
    expect(pages.flat().map(({ after }) => after?.stockQuantity)).toEqual([7, 6, 5, 4, 3, 2, 1])
  })

  it('by action, time and who', async () => {
    const { sku: own } = await aProduct(0)
    await key('PATCH', `/api/inventory/products/${own}`, { stockQuantity: 1 })
    await desk.inventory.update({ sku: own, name: 'New' })
    const asked = async (query: string) =>
      (await admin<Entry[]>('GET', `/api/audit?target=product/${own}&${query}`)).body.map(
        ({ action }) => action,
      )
    expect(await asked('who=key')).toEqual(['products.adjust'])
    expect(await asked('who=operator')).toEqual(['products.update'])
    expect(await asked('action=products.adjust')).toEqual(['products.adjust'])
    expect(await asked('from=2020-01-01&to=2020-01-02')).toEqual([])
    expect(await asked(`from=2020-01-01T00:00:00Z`)).toHaveLength(2)
    expect(await asked('within=15m')).toHaveLength(2)
    problemIn(await admin('GET', '/api/audit?cursor=first'), 400)
  })

  it('by admins alone', async () => {
    problemIn(await as('operator')('GET', '/api/audit'), 403)
    problemIn(await as('nobody')('GET', '/api/audit'), 401)
    expect((await (await screensAs('admin')).audit.list({ limit: 1 })).items).toHaveLength(1)
  })
})
