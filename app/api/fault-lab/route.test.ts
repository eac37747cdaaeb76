import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { newId } from '@/server/kernel/id'
import { removeAllRules } from '@/server/platform/fault-lab/rules'
import { settings } from '@/server/platform/settings'
import { as } from '@/server/testing/callers'
import { faultsIn, nextOf, problemIn } from '@/server/testing/http-client'
import { aProduct, order } from '@/server/testing/orders'

const api = as('admin')

type Rule = { ruleId: string; usesLeft: number; used: unknown[] }

const rulesPath = '/api/fault-lab/rules'

beforeEach(() => {
  settings().faultLab = true
})

afterEach(async () => {
  settings().faultLab = false
  await removeAllRules()
})

describe('where the fault lab is not on', () => {
  beforeEach(() => {
    settings().faultLab = false
  })

  const paths = [rulesPath, `${rulesPath}/${newId()}`, '/api/fault-lab/uses']
  const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']

  it.each(paths.flatMap((path) => methods.map((method) => ({ method, path }))))(
    'there is nothing: $method $path',
    async ({ method, path }) => {
      const body = method === 'GET' ? undefined : { effect: 'DROP_POKE' }
      expect(problemIn(await api(method, path, body), 404).detail).toBe(`There is nothing at ${path}`)
    },
  )

  it.each(['rules', 'uses', 'reacting'])('the desk is not told either: %s', async (question) => {
    const input = encodeURIComponent(JSON.stringify({ json: {} }))
    expect((await api('GET', `/api/trpc/faultLab.${question}?input=${input}`)).status).toBe(404)
  })
})

describe('a rule', () => {
  it('is added with what was left out, is listed, and is removed', async () => {
    const { body, status, headers } = await api<Rule>('POST', rulesPath, { effect: 'DROP_POKE' })
    expect(status).toBe(201)
    expect(headers.get('location')).toBe(`${rulesPath}/${body.ruleId}`)
    expect(body).toEqual({
      ruleId: expect.any(String),
      effect: 'DROP_POKE',
      delayMs: null,
      orderId: null,
      sku: null,
      module: null,
      eventType: null,
      attempt: null,
      uses: 1,
      usesLeft: 1,
      state: 'ACTIVE',
      createdAt: expect.any(String),
      expiresAt: expect.any(String),
      used: [],
    })
    expect((await api('GET', `${rulesPath}/${body.ruleId}`)).body).toEqual(body)
    expect((await api<Rule[]>('GET', rulesPath)).body).toEqual([body])

    expect((await api('DELETE', `${rulesPath}/${body.ruleId}`)).status).toBe(204)
    problemIn(await api('DELETE', `${rulesPath}/${body.ruleId}`), 404)
    expect((await api<Rule[]>('GET', rulesPath)).body).toEqual([])
  })

  it('is removed with all others, newest first until then', async () => {
    await api('DELETE', rulesPath)
    const first = await api<Rule>('POST', rulesPath, { effect: 'DROP_POKE' })
    const second = await api<Rule>('POST', rulesPath, { effect: 'DOUBLE_POKE', uses: 3 })
    const listed = await api<Rule[]>('GET', rulesPath)
    expect(listed.body.map(({ ruleId }) => ruleId)).toEqual([second.body.ruleId, first.body.ruleId])
    expect((await api('DELETE', rulesPath)).status).toBe(204)
    expect((await api('GET', rulesPath)).body).toEqual([])
  })

  it('may be for one order, one SKU, one module, one event and one try', async () => {
    const { sku } = await aProduct(5)
    const conditions = { sku, module: 'payments', eventType: 'OrderConfirmed', attempt: 2 }
    const rule = { effect: 'DELAY', delayMs: 50, orderId: await order({ sku }), ...conditions }
    const { body } = await api('POST', rulesPath, { ...rule, uses: 4, expiresInSeconds: 60 })
    expect(body).toMatchObject({ ...rule, uses: 4 })
    expect(Date.parse(String(body.expiresAt)) - Date.parse(String(body.createdAt))).toBeCloseTo(60_000, -3)
  })

  it.each<[field: string, says: RegExp, rule: object]>([
    ['effect', /one of THROW_BEFORE_COMMIT, /, {}],
    ['effect', /one of/, { effect: 'EXPLODE' }],
    ['delayMs', /say for how long/, { effect: 'DELAY' }],
    ['delayMs', /leave it out/, { effect: 'DROP_POKE', delayMs: 5 }],
    ['delayMs', /at least 1/, { effect: 'DELAY', delayMs: 0 }],
    ['module', /Leave it out/, { effect: 'DROP_POKE', module: 'orders' }],
    ['attempt', /Leave it out/, { effect: 'DOUBLE_POKE', attempt: 1 }],
    ['module', /one of orders, /, { effect: 'REPLY_LOST', module: 'kitchen' }],
    ['module', /choose payments on OrderConfirmed/, { effect: 'REPLY_LOST', module: 'orders' }],
    ['eventType', /choose payments on/, { effect: 'NO_ANSWER', eventType: 'OrderPlaced' }],
    ['eventType', /like OrderConfirmed/, { effect: 'DROP_POKE', eventType: 'Nothing' }],
    ['eventType', /nobody reacts/, { effect: 'DROP_POKE', eventType: 'OrderRejected' }],
    [
      'eventType',
      /not what payments reacts to, but inventory/,
      { effect: 'THROW_AFTER_COMMIT', module: 'payments', eventType: 'OrderPlaced' },
    ],
    ['attempt', /at most 4/, { effect: 'THROW_AFTER_COMMIT', attempt: 5 }],
    ['uses', /at least 1/, { effect: 'DROP_POKE', uses: 0 }],
    ['uses', /at most 100/, { effect: 'DROP_POKE', uses: 101 }],
    ['uses', /whole number/, { effect: 'DROP_POKE', uses: 'many' }],
    ['expiresInSeconds', /at most 86400/, { effect: 'DROP_POKE', expiresInSeconds: 86_401 }],
    ['orderId', /whole id of an order/, { effect: 'DROP_POKE', orderId: '7F3A…C21E' }],
    ['scope', /not a known field/, { effect: 'DROP_POKE', scope: 'orders' }],
  ])('is refused, and %s is named with the way out: %s', async (field, says, rule) => {
    const answer = await api('POST', rulesPath, rule)
    expect(faultsIn(answer)).toEqual([`/${field}`])
    expect(problemIn(answer, 400).detail).toMatch(says)
  })

  it('is refused for an order that is not there', async () => {
    const answer = await api('POST', rulesPath, { effect: 'DROP_POKE', orderId: newId() })
    expect(problemIn(answer, 422).errors).toEqual([{ pointer: '/orderId', detail: 'is the id of no order' }])
  })
})

describe('the record of uses', () => {
  it.each(['0', '-1', 'all'])('is not asked for %s at once', async (limit) => {
    expect(faultsIn(await api('GET', `/api/fault-lab/uses?limit=${limit}`))).toEqual(['/limit'])
  })

  it('is refused with 400 from nowhere on', async () => {
    expect(faultsIn(await api('GET', '/api/fault-lab/uses?cursor=nowhere'))).toEqual(['/cursor'])
  })

  it('is a list, and ends', async () => {
    const { status, body, headers } = await api<unknown[]>('GET', '/api/fault-lab/uses?limit=500')
    expect(status).toBe(200)
    expect(body).toBeInstanceOf(Array)
    expect(nextOf(headers)).toBeUndefined()
  })
})
