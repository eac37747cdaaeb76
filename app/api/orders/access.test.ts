import { describe, expect, it, onTestFinished } from 'vitest'
import { contextOf } from '@/server/access/context-of'
import { newId } from '@/server/kernel/id'
import { access } from '@/server/modules/orders/infrastructure/tables'
import { db } from '@/server/platform/database/connect'
import { settings } from '@/server/platform/settings'
import { credentialsOf, screensAs } from '@/server/testing/callers'
import { api, problemIn } from '@/server/testing/http-client'
import { address, aProduct } from '@/server/testing/orders'
import { settled } from '@/server/testing/stories'
import { appRouter } from '@/server/trpc/router'

type Placed = { orderId: string; accessToken: string }
type Headers_ = Record<string, string>

const bearer = (token: string) => ({ authorization: `Bearer ${token}` })
const cookieIn = (headers: Headers) => headers.get('set-cookie')?.split(';')[0] ?? ''

async function place(headers: Headers_ = {}, more: object = {}) {
  const { sku } = await aProduct(10)
  const body = { items: [{ sku, quantity: 1 }], shippingAddress: address, email: 'ada@example.com', ...more }
  const answer = await api<Placed>('POST', '/api/orders', body, headers)
  expect(answer.status, answer.text).toBe(201)
  return { ...answer.body, cookie: cookieIn(answer.headers), headers: answer.headers, body }
}

/** The screens' procedures, as a browser calls them: with its cookie, and what it is told to keep. */
async function screens(shown: Headers_ = {}) {
  const headers = new Headers(shown)
  const answerHeaders = new Headers()
  const { orders } = appRouter.createCaller({ ...(await contextOf(headers)), headers, answerHeaders })
  return { orders, kept: () => answerHeaders }
}

const mayRead = await credentialsOf(['orders:read'])
const viewer = await credentialsOf('viewer')
const mayWrite = await credentialsOf(['orders:write'])
const order = await place({}, { customerId: 'ada' })
const other = await place()
await settled(order.orderId)

const secrets = [
  'A. Customer',
  '14 Example Street',
  '1012 AB',
  'Amsterdam',
  'ada',
  'ada@example.com',
  'pm_card_visa',
  (await settled(order.orderId)).paymentId ?? 'none',
  (await settled(order.orderId)).trackingNumber ?? 'none',
]

/** Everybody who may ask, and whether the whole order is for him. */
const readers: [who: string, whole: boolean, headers: Headers_][] = [
  ['nobody', false, {}],
  ['the token of the order', true, bearer(order.accessToken)],
  ['the browser that placed it', true, { cookie: order.cookie }],
  ['that browser, among other cookies', true, { cookie: `a=b; ${order.cookie}; c=d` }],
  ['the token of another order', false, bearer(other.accessToken)],
  ['another browser', false, { cookie: other.cookie }],
  ['an invented token', false, bearer(`tso_${'A'.repeat(43)}`)],
  ['a token that is none', false, bearer('tso_')],
  ['a cookie that is none', false, { cookie: `tiny-store-buyer=' or true --` }],
  ['a cookie of another name', false, { cookie: order.cookie.replace('buyer', 'shopper') }],
  ['a key that may read orders', true, mayRead],
  ['a key that may only write them', false, mayWrite],
  ['a viewer of the staff', true, viewer],
]

describe('who sees what of an order', () => {
  const open = ['currency', 'items', 'orderId', 'placedAt', 'status', 'totalAmount', 'updatedAt']
  const closed = [
    'customerId',
    'email',
    'paymentId',
    'paymentMethod',
    'shipmentId',
    'shippingAddress',
    'trackingNumber',
  ]

  it.each(readers)('by REST: %s', async (_, whole, headers) => {
    const { status, body, text } = await api('GET', `/api/orders/${order.orderId}`, undefined, headers)
    expect(status).toBe(200)
    expect(Object.keys(body).sort()).toEqual(whole ? [...open, ...closed].sort() : open)
    expect(secrets.filter((secret) => text.includes(`"${secret}"`))).toEqual(whole ? secrets : [])
  })

  it.each(readers)('by the screens: %s', async (_, whole, headers) => {
    const story = await (await screens(headers)).orders.story({ orderId: order.orderId })
    expect(story.whole).toBe(whole)
    expect(Object.keys(story.order).sort()).toEqual(whole ? [...open, ...closed].sort() : open)
    const text = JSON.stringify(story)
    expect(secrets.filter((secret) => text.includes(`"${secret}"`))).toEqual(whole ? secrets : [])
    expect(story.events.map(({ eventType }) => eventType)).toEqual([
      'InventoryReserved',
      'OrderConfirmed',
      'PaymentProcessed',
      'ShipmentCreated',
    ])
  })

  it('an order that is not there is not there for anybody', async () => {
    problemIn(await api('GET', `/api/orders/${newId()}`, undefined, { cookie: order.cookie }), 404)
    problemIn(await api('POST', `/api/orders/${newId()}/cancel`), 404)
  })

  it('what somebody of the staff wrote or is called, no customer hears', async () => {
    const { orderId, accessToken } = await place()
    await (await screens(mayWrite)).orders.addNote({ orderId, note: 'Calls twice a day' })
    await settled(orderId)
    const story = await (await screens(bearer(accessToken))).orders.story({ orderId })
    expect(JSON.stringify(story)).not.toContain('Calls twice')
    expect(story.events.map(({ eventType }) => eventType)).not.toContain('OrderNoteAdded')
  })
})

describe('who may cancel an order', () => {
  const placeHeld = () => place({}, { paymentMethod: 'pm_card_slow' })

  it.each([
    ['its token', (held: Awaited<ReturnType<typeof place>>) => bearer(held.accessToken)],
    ['the browser that placed it', (held: Awaited<ReturnType<typeof place>>) => ({ cookie: held.cookie })],
  ])('%s', async (_, shown) => {
    const held = await placeHeld()
    const { status } = await api('POST', `/api/orders/${held.orderId}/cancel`, undefined, shown(held))
    expect(status).toBe(200)
    const { cancellationReason } = await settled(held.orderId)
    expect(cancellationReason).toBe('Cancelled by customer')
  })

  it('a key that may write orders, in its own name', async () => {
    const { orderId } = await placeHeld()
    await api('POST', `/api/orders/${orderId}/cancel`, undefined, mayWrite)
    expect((await settled(orderId)).cancellationReason).toBe('Cancelled by key Test')
  })

  it.each([
    ['nobody', 401, {}],
    ['the token of another order', 403, bearer(other.accessToken)],
    ['another browser', 403, { cookie: other.cookie }],
    ['a key that may only read', 403, mayRead],
    ['a viewer of the staff', 403, viewer],
  ])('not %s, who is told the way out', async (_, status, headers) => {
    const { orderId } = await placeHeld()
    const answer = await api('POST', `/api/orders/${orderId}/cancel`, undefined, headers)
    const { detail } = problemIn(answer, status)
    expect(detail).toContain('Authorization: Bearer tso_')
    expect(answer.headers.get('www-authenticate')).toEqual(status === 401 ? 'Bearer' : null)
    await expect((await screens(headers)).orders.cancel({ orderId })).rejects.toMatchObject({
      code: status === 401 ? 'UNAUTHORIZED' : 'FORBIDDEN',
    })
    expect((await settled(orderId)).status).toBe('SHIPPED')
  })

  it('not who knows the idempotency key of the customer, but nothing else', async () => {
    const { orderId, accessToken } = await placeHeld()
    const once = { 'idempotency-key': newId() }
    const cancel = (headers: Headers_) =>
      api('POST', `/api/orders/${orderId}/cancel`, undefined, { ...headers, ...once })
    expect((await cancel(bearer(accessToken))).status).toBe(200)
    problemIn(await cancel({}), 401)
    expect((await cancel(bearer(accessToken))).status).toBe(200)
  })
})

describe('the browser and its orders', () => {
  it('is given a token that no script can read, once, and keeps it', async () => {
    const first = await place()
    expect(first.headers.get('set-cookie')).toMatch(
      /^tiny-store-buyer=tso_[\w-]{43}; Path=\/; Max-Age=34560000; HttpOnly; SameSite=Lax$/,
    )
    const second = await place({ cookie: first.cookie })
    expect(second.cookie).toBe(first.cookie)
    const mine = await (await screens({ cookie: first.cookie })).orders.mine({})
    expect(mine.items.map(({ orderId }) => orderId)).toEqual([second.orderId, first.orderId])
  })

  it('has it for https alone where the shop is reached by that, under a name that nobody else can plant', async () => {
    const { appUrl } = settings()
    settings().appUrl = 'https://shop.example.com'
    onTestFinished(() => {
      settings().appUrl = appUrl
    })
    const { orderId, headers, cookie } = await place()
    expect(headers.get('set-cookie')).toMatch(
      /^__Host-tiny-store-buyer=tso_[\w-]{43}; Path=\/; Max-Age=34560000; HttpOnly; SameSite=Lax; Secure$/,
    )
    expect((await (await screens({ cookie })).orders.story({ orderId })).whole).toBe(true)
    const planted = { cookie: cookie.replace('__Host-', '') }
    expect((await (await screens(planted)).orders.story({ orderId })).whole).toBe(false)
  })

  it('is given none for a program, which keeps what it is answered', async () => {
    const { headers } = await place(mayRead)
    expect(headers.get('set-cookie')).toBeNull()
  })

  it('finds its orders page by page, newest first, each with where its parcel is', async () => {
    const { cookie, ...first } = await place()
    const placed = [first.orderId]
    for (let count = 0; count < 2; count++) placed.unshift((await place({ cookie })).orderId)
    await settled(first.orderId)
    const { orders } = await screens({ cookie })
    const page = await orders.mine({ limit: 2 })
    const rest = await orders.mine({ limit: 2, cursor: page.nextCursor })
    expect([...page.items, ...rest.items].map(({ orderId }) => orderId)).toEqual(placed)
    expect(rest.items[0]?.parcel).toBe('CREATED')
    expect(rest.nextCursor).toBeUndefined()
  })

  it('finds none without a cookie, or with one that nobody gave it', async () => {
    expect((await (await screens()).orders.mine({})).items).toEqual([])
    const cookie = `tiny-store-buyer=tso_${'A'.repeat(43)}`
    expect((await (await screens({ cookie })).orders.mine({})).items).toEqual([])
  })

  it('finds an order whose first answer was lost, whichever cookie it has by then', async () => {
    const once = { 'idempotency-key': newId() }
    const first = await place(once)
    const { cookie } = await place()
    const again = await api<Placed>('POST', '/api/orders', first.body, { ...once, cookie })
    expect(again.body).toEqual({ ...again.body, orderId: first.orderId, accessToken: first.accessToken })
    expect(cookieIn(again.headers)).toBe(cookie)
    expect((await (await screens({ cookie })).orders.mine({})).items.at(-1)?.orderId).toBe(first.orderId)
  })

  it('has one cookie for several orders in one call of the screens', async () => {
    const { body } = await place()
    const browser = await screens()
    const placed = [await browser.orders.place(body as never), await browser.orders.place(body as never)]
    expect(browser.kept().getSetCookie()).toHaveLength(1)
    const mine = await (await screens({ cookie: cookieIn(browser.kept()) })).orders.mine({})
    expect(mine.items.map(({ orderId }) => orderId).sort()).toEqual(
      placed.map(({ orderId }) => orderId).sort(),
    )
  })

  it('forgets them all, and so has whoever took its token', async () => {
    const { orderId, cookie } = await place()
    const browser = await screens({ cookie })
    await browser.orders.forget()
    expect(browser.kept().get('set-cookie')).toMatch(/^tiny-store-buyer=; Path=\/; Max-Age=0;/)
    expect((await (await screens({ cookie })).orders.mine({})).items).toEqual([])
    expect((await (await screens({ cookie })).orders.story({ orderId })).whole).toBe(false)
  })
})

describe('a private link', () => {
  it('opens the order to another browser, by a token of its own', async () => {
    const { orderId, accessToken, cookie } = await place()
    const shared = await (await screens({ cookie })).orders.share({ orderId })
    expect(shared.accessToken).toMatch(/^tso_[\w-]{43}$/)
    expect(shared.accessToken).not.toBe(accessToken)
    const friend = await screens({ cookie: other.cookie })
    expect((await friend.orders.story({ orderId })).whole).toBe(false)
    await friend.orders.claim({ orderId, token: shared.accessToken })
    expect((await friend.orders.story({ orderId })).whole).toBe(true)
    expect((await friend.orders.mine({})).items.map((each) => each.orderId)).toContain(orderId)
  })

  it('gives a browser its cookie, when it has none', async () => {
    const { orderId, accessToken } = await place()
    const stranger = await screens()
    await stranger.orders.claim({ orderId, token: accessToken })
    await stranger.orders.claim({ orderId, token: accessToken })
    const { items } = await (await screens({ cookie: cookieIn(stranger.kept()) })).orders.mine({})
    expect(items.map((each) => each.orderId)).toEqual([orderId])
  })

  it.each([
    ['the token of another order', other.accessToken],
    ['an invented one', `tso_${'A'.repeat(43)}`],
    ['none', ''],
  ])('opens nothing with %s, and leaves no cookie', async (_, token) => {
    const { orderId } = await place()
    const stranger = await screens()
    await expect(stranger.orders.claim({ orderId, token })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    expect(stranger.kept().get('set-cookie')).toBeNull()
  })

  it('is made only by who may see the order', async () => {
    const { orderId } = await place()
    await expect((await screens()).orders.share({ orderId })).rejects.toMatchObject({ code: 'UNAUTHORIZED' })
    await expect((await screens({ cookie: other.cookie })).orders.share({ orderId })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    })
  })

  it('is made by no staff and no key, whose own ways end with their rights', async () => {
    const { orderId } = await place()
    for (const who of ['admin', ['orders:write']] as const)
      await expect((await screensAs(who)).orders.share({ orderId })).rejects.toMatchObject({
        code: 'FORBIDDEN',
      })
  })

  it('and no token at all stands in the table', async () => {
    const { accessToken, cookie } = await place()
    const stored = JSON.stringify(await db().select().from(access))
    expect(stored).not.toContain(accessToken)
    expect(stored).not.toContain(cookie.split('=')[1])
  })
})
