import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { newId } from '@/server/kernel/id'
import { db } from '@/server/platform/database/connect'
import { settings } from '@/server/platform/settings'
import { as, screensAs } from '@/server/testing/callers'
import { HOUR_MS } from '@/server/testing/clock'
import { faultsIn, problemIn } from '@/server/testing/http-client'
import { type Endpoint, signatureOf } from '@/server/testing/receiver'
import {
  aStory,
  deliveriesTo,
  storyOfOrder,
  toldOf,
  typeOf,
  until,
  withReceivers,
} from '@/server/testing/webhook-stories'

const api = as('admin')
const { receiver, endpoint } = withReceivers()
const only = { filters: ['OrderPlaced'] }

const path = ({ id }: Endpoint, more = '') => `/api/webhooks/${id}${more}`

describe('an endpoint', () => {
  it('shows its secret once, and keeps it sealed', async () => {
    const its = await endpoint(await receiver())
    expect(its.secret).toMatch(/^whsec_[\w+/]{43}=$/)
    const shown = await api('GET', path(its))
    expect(shown.text).not.toContain(its.secret.slice(12))
    expect((await api('GET', '/api/webhooks')).text).not.toContain(its.secret.slice(12))
    const { rows } = (await db().execute(
      sql`select endpoints::text as text from webhooks.endpoints where id = ${its.id}`,
    )) as unknown as { rows: { text: string }[] }
    expect(rows[0]?.text).not.toContain(its.secret.slice(12))
  })

  it.each([
    [{ url: 'http://example.com:1/' }, '/url'],
    [{ url: 'https://127.0.0.1/' }, '/url'],
    [{ url: 'nowhere' }, '/url'],
    [{ filters: [] }, '/filters'],
    [{ filters: ['OrderPlaced', 'OrderLost'] }, '/filters/1'],
    [{ filters: ['Oder*'] }, '/filters/0'],
    [{ filters: ['Order*Placed'] }, '/filters/0'],
    [{ name: ' ' }, '/name'],
    [{ ordered: 'yes' }, '/ordered'],
  ])('is refused by the name of what is wrong: %j', async (wrong, pointer) => {
    settings().webhooksAllowPrivate = false
    const asked = { name: 'test', url: 'https://8.8.8.8/', filters: ['*'], ...wrong }
    expect(faultsIn(await api('POST', '/api/webhooks', asked))).toEqual([pointer])
    settings().webhooksAllowPrivate = true
  })

  it('is changed, and hears from then on what it asks for now', async () => {
    const shop = await receiver()
    const its = await endpoint(shop, only)
    await aStory()
    await until(() => expect(shop.calls).toHaveLength(1))
    const changed = await api('PATCH', path(its), { name: 'other', filters: ['OrderShipped'] })
    expect(changed.body).toMatchObject({ name: 'other', filters: ['OrderShipped'], status: 'ON' })
    const orderId = await aStory()
    await until(() => expect(toldOf(shop, orderId)).toEqual(['OrderShipped']))
  })

  it('is removed with what was due to it', async () => {
    const shop = await receiver(() => ({ code: 500 }))
    const its = await endpoint(shop, only)
    await aStory()
    await until(() => expect(shop.calls).toHaveLength(1))
    expect((await api('DELETE', path(its))).status).toBe(204)
    problemIn(await api('GET', path(its)), 404)
    const { rows } = (await db().execute<{ n: number }>(
      sql`select count(*)::int as n from log.deliveries where module = ${`webhook:${its.id}`}`,
    )) as unknown as { rows: { n: number }[] }
    expect(rows).toEqual([{ n: 0 }])
  })
})

describe('an endpoint that is paused', () => {
  it('is told nothing, and all that happened meanwhile when it is resumed', async () => {
    const shop = await receiver()
    const its = await endpoint(shop)
    expect((await api('POST', path(its, '/pause'))).body).toMatchObject({
      status: 'PAUSED',
      why: /^Paused by /,
    })
    const orderId = await aStory()
    const other = await receiver()
    await endpoint(other)
    await aStory()
    await until(() => expect(other.calls).toHaveLength(4))
    expect(shop.calls).toEqual([])
    problemIn(await api('POST', path(its, '/pause')), 409)
    expect((await api('POST', path(its, '/resume'))).body).toMatchObject({ status: 'ON', why: null })
    await until(() => expect(toldOf(shop, orderId)).toEqual(storyOfOrder))
    problemIn(await api('POST', path(its, '/resume')), 409)
  })

  it('holds what was due already, with all tries for it when it goes on', async () => {
    let up = false
    const shop = await receiver(() => ({ code: up ? 200 : 500 }))
    const its = await endpoint(shop)
    const orderId = await aStory()
    await until(async () => expect(await deliveriesTo(its)).toHaveLength(4))
    await api('POST', path(its, '/pause'))
    expect((await deliveriesTo(its)).map(({ status }) => status)).toEqual(Array(4).fill('HELD'))
    expect((await api('GET', path(its))).body).toMatchObject({ waiting: 4 })
    up = true
    await api('POST', path(its, '/resume'))
    await until(() => expect(toldOf(shop, orderId).slice(-4)).toEqual(storyOfOrder))
    expect(new Set(toldOf(shop, orderId).slice(0, -4))).toEqual(new Set(['OrderPlaced']))
  })

  it('by itself, when nothing arrived for five days', async () => {
    const shop = await receiver(() => ({ code: 500 }))
    const its = await endpoint(shop, { ordered: false })
    await aStory()
    await until(() => expect(shop.calls).toHaveLength(4))
    await until(async () =>
      expect((await api('GET', path(its))).body).toMatchObject({ status: 'ON', failedInRow: 4 }),
    )
    const daysPass = (interval: string) =>
      db().execute(sql`
        update webhooks.endpoints set failing_since = failing_since - ${interval}::interval where id = ${its.id}`)
    await daysPass('119 hours')
    await aStory()
    await until(() => expect(shop.calls).toHaveLength(8))
    expect((await api('GET', path(its))).body).toMatchObject({ status: 'ON' })
    await daysPass('2 hours')
    await aStory()
    await until(async () =>
      expect((await api('GET', path(its))).body).toMatchObject({
        status: 'PAUSED',
        why: 'Nothing arrived for five days, so it was paused by itself',
      }),
    )
    await api('POST', path(its, '/resume'))
    expect((await api('GET', path(its))).body).toMatchObject({
      status: 'ON',
      failingSince: null,
      failedInRow: 0,
    })
  })

  it('is not, when something arrived meanwhile', async () => {
    const shop = await receiver(() => (shop.calls.length === 1 ? { code: 500 } : {}))
    const its = await endpoint(shop, { ordered: false, ...only })
    await aStory()
    await until(async () => expect((await api('GET', path(its))).body).toMatchObject({ failedInRow: 1 }))
    await aStory()
    await until(async () => expect((await api('GET', path(its))).body).toMatchObject({ failingSince: null }))
  })
})

describe('a secret', () => {
  it('is replaced, and until the old one ends each delivery is signed with both', async () => {
    const shop = await receiver()
    const its = await endpoint(shop, only)
    const rotated = await api<Endpoint>('POST', path(its, '/rotate'))
    expect(rotated.body).toMatchObject({
      secret: expect.stringMatching(/^whsec_/),
      oldSecret: { hint: `${its.secret.slice(0, 9)}…` },
    })
    await aStory()
    await until(() => expect(shop.calls).toHaveLength(1))
    const [call] = shop.calls
    expect(call?.signatures).toEqual(
      [rotated.body.secret, its.secret].map((secret) => call && signatureOf(call, secret)),
    )

    expect((await api('POST', path(its, '/end-old-secret'))).body).toMatchObject({ oldSecret: null })
    problemIn(await api('POST', path(its, '/end-old-secret')), 409)
    await aStory()
    await until(() => expect(shop.calls).toHaveLength(2))
    expect(shop.calls[1]?.signatures).toHaveLength(1)
  })

  it('that is old ends by itself', async () => {
    const shop = await receiver()
    const its = await endpoint(shop, only)
    expect(faultsIn(await api('POST', path(its, '/rotate'), { hours: 1_000 }))).toEqual(['/hours'])
    await api('POST', path(its, '/rotate'), { hours: 1 })
    await db().execute(sql`
      update webhooks.endpoints set old_secret_until = old_secret_until - ${HOUR_MS} * interval '1 ms'`)
    expect((await api('GET', path(its))).body).toMatchObject({ oldSecret: null })
    await aStory()
    await until(() => expect(shop.calls[0]?.signatures).toHaveLength(1))
  })
})

describe('sent again', () => {
  it('is one event, with the same id and bytes, and it says by whom', async () => {
    const shop = await receiver()
    const its = await endpoint(shop, only)
    await aStory()
    await until(async () => expect(await deliveriesTo(its)).toMatchObject([{ status: 'ARRIVED' }]))
    const [{ eventId } = { eventId: '' }] = await deliveriesTo(its)
    expect((await api('POST', path(its, `/deliveries/${eventId}/resend`))).status).toBe(202)
    await until(() => expect(shop.calls).toHaveLength(2))
    const [first, second] = shop.calls
    expect(second).toMatchObject({ id: first?.id, body: first?.body })
    await until(async () =>
      expect(await deliveriesTo(its)).toMatchObject([
        { status: 'ARRIVED', resentBy: expect.any(String), attempts: [{ redrive: 0 }, { redrive: 1 }] },
      ]),
    )
    problemIn(await api('POST', path(its, `/deliveries/${newId()}/resend`)), 404)
  })

  it('is all that did not arrive since a time, and nothing else', async () => {
    settings().webhookTimeScale = 1e-5
    let up = false
    const shop = await receiver((call) => ({ code: up || typeOf(call) === 'OrderPaid' ? 200 : 500 }))
    const its = await endpoint(shop, { ordered: false })
    const orders = [await aStory(), await aStory()]
    await until(async () => {
      expect(await deliveriesTo(its, '?status=GIVEN_UP')).toHaveLength(6)
      expect(await deliveriesTo(its, '?status=ARRIVED')).toHaveLength(2)
    })
    shop.calls.splice(0)
    up = true
    expect(faultsIn(await api('POST', path(its, '/resend'), { since: 'noon' }))).toEqual(['/since'])
    const later = await api('POST', path(its, '/resend'), { since: '2999-01-01' })
    expect(later.body).toEqual({ resent: 0 })
    expect((await api('POST', path(its, '/resend'), { since: '2025-01-01' })).body).toEqual({ resent: 6 })
    await until(async () => expect(await deliveriesTo(its, '?status=ARRIVED')).toHaveLength(8))
    for (const orderId of orders)
      expect(toldOf(shop, orderId).toSorted()).toEqual(['OrderConfirmed', 'OrderPlaced', 'OrderShipped'])
  })

  it('is nothing while it is paused', async () => {
    const its = await endpoint(await receiver())
    await api('POST', path(its, '/pause'))
    problemIn(await api('POST', path(its, '/resend'), { since: '2025-01-01' }), 409)
  })
})

describe('a test', () => {
  it('is sent at once, and says how it went', async () => {
    const shop = await receiver(() => (shop.calls.length === 1 ? {} : { code: 418, body: 'I am a teapot' }))
    const its = await endpoint(shop)
    expect((await api('POST', path(its, '/test'))).body).toMatchObject({
      arrived: true,
      code: 200,
      error: null,
    })
    const [call] = shop.calls
    expect(call?.signatures).toEqual([call && signatureOf(call, its.secret)])
    expect(JSON.parse(call?.body ?? '')).toMatchObject({ type: 'webhook.test', data: { endpointId: its.id } })
    expect((await api('POST', path(its, '/test'))).body).toMatchObject({
      arrived: false,
      code: 418,
      excerpt: 'I am a teapot',
    })
    expect(await deliveriesTo(its)).toEqual([])
  })
})

describe('the list', () => {
  it('has what the desk shows', async () => {
    const shop = await receiver()
    const its = await endpoint(shop)
    await aStory()
    await until(async () =>
      expect((await api('GET', path(its))).body).toMatchObject({
        day: { arrived: 4, of: 4 },
        today: { events: expect.any(Number), arrived: expect.any(Number), givenUp: 0 },
        waiting: 0,
        p95Ms: expect.any(Number),
        waitsMs: [5, 300, 1_800, 7_200, 18_000, 36_000].map((seconds) => seconds * 100_000),
      }),
    )
    const screens = await screensAs('admin')
    expect(await screens.webhooks.list()).toContainEqual(
      expect.objectContaining({ id: its.id, name: 'test' }),
    )
    const page = await screens.webhooks.deliveries({ id: its.id, limit: 3 })
    expect(page.items).toHaveLength(3)
    const rest = await screens.webhooks.deliveries({ id: its.id, cursor: page.nextCursor, limit: 3 })
    expect(rest.items.map(({ eventType }) => eventType)).toEqual(['OrderPlaced'])
    expect(rest.nextCursor).toBeUndefined()
    expect(await deliveriesTo(its, '?eventType=OrderPaid')).toHaveLength(1)
    expect(await deliveriesTo(its, `?orderId=${newId()}`)).toEqual([])
  })

  it('of what was done to an endpoint is in the audit trail', async () => {
    const its = await endpoint(await receiver())
    await api('PATCH', path(its), { name: 'other' })
    for (const action of ['pause', 'resume', 'rotate', 'end-old-secret', 'test'])
      expect((await api('POST', path(its, `/${action}`))).status, action).toBe(200)
    await api('DELETE', path(its))
    const { body } = await api<{ action: string }[]>('GET', `/api/audit?target=webhook/${its.id}`)
    expect(body.map(({ action }) => action).toReversed()).toEqual([
      'webhooks.create',
      'webhooks.edit',
      'webhooks.pause',
      'webhooks.resume',
      'webhooks.rotate',
      'webhooks.end-old-secret',
      'webhooks.test',
      'webhooks.remove',
    ])
    expect(JSON.stringify(body)).not.toContain('http://')
  })
})
