import { iso31661 } from 'iso-3166'
import { describe, expect, it } from 'vitest'
import { PlaceOrder } from './checkout'
import { hasPostalCode, needsState } from './kernel/country'
import { paymentMethods } from './modules/payments'
import { problemOf } from './problem'

const address = {
  name: 'Ada',
  street: '1 Analytical Way',
  city: 'London',
  postalCode: 'N1 9GU',
  country: 'GB',
}
const valid = { items: [{ sku: 'MUG', quantity: 1 }], shippingAddress: address }

type Body = Record<string, unknown>

/** The pointers of all faults, as a caller sees them; none when the order can be taken. */
function faultsOf(body: unknown): string[] {
  const parsed = PlaceOrder.safeParse(body)
  return parsed.success ? [] : (problemOf(parsed.error).errors ?? []).map(({ pointer }) => pointer)
}

const ofLine = (line: Body) => faultsOf({ ...valid, items: [{ sku: 'MUG', quantity: 1, ...line }] })
const ofAddress = (changes: Body) => faultsOf({ ...valid, shippingAddress: { ...address, ...changes } })

/** As JSON arrives: with `__proto__` as a field like any other. */
const json = (text: string) => JSON.parse(text)

describe('an order request', () => {
  it('needs no more than lines and an address', () => {
    expect(PlaceOrder.parse(valid)).toEqual({ ...valid, paymentMethod: 'pm_card_visa' })
  })

  it('may say who orders, how they pay, and which price they saw', () => {
    const full = {
      customerId: 'customer-789',
      email: 'ada@example.com',
      items: [{ sku: 'MUG', quantity: 1_000, unitPrice: 29.99 }],
      shippingAddress: { ...address, state: 'Greater London' },
      paymentMethod: 'pm_card_mastercard',
    }
    expect(PlaceOrder.parse(full)).toEqual(full)
  })

  it.each([null, undefined, 'order', 3, true, [], [valid]])('is an object: not %j', (body) => {
    expect(faultsOf(body)).toEqual([''])
  })

  it.each([
    ['items are missing', { shippingAddress: address }, '/items'],
    ['items are no list', { ...valid, items: { 0: { sku: 'MUG', quantity: 1 } } }, '/items'],
    ['items are empty', { ...valid, items: [] }, '/items'],
    ['a line is null', { ...valid, items: [null] }, '/items/0'],
    ['a line is a word', { ...valid, items: ['MUG'] }, '/items/0'],
    ['the address is missing', { items: valid.items }, '/shippingAddress'],
    ['the address is null', { ...valid, shippingAddress: null }, '/shippingAddress'],
    ['the address is a word', { ...valid, shippingAddress: '1 Way' }, '/shippingAddress'],
    ['the customer is blank', { ...valid, customerId: '  ' }, '/customerId'],
    ['the customer is a number', { ...valid, customerId: 7 }, '/customerId'],
    ['the customer is null', { ...valid, customerId: null }, '/customerId'],
    ['the customer has a NUL', { ...valid, customerId: 'a\u0000' }, '/customerId'],
    ['the customer is too long', { ...valid, customerId: 'c'.repeat(101) }, '/customerId'],
    ['the email is none', { ...valid, email: 'ada' }, '/email'],
    ['the email is too long', { ...valid, email: `${'a'.repeat(250)}@b.nl` }, '/email'],
    ['the method is unknown', { ...valid, paymentMethod: 'pm_card_gold' }, '/paymentMethod'],
    ['the method is null', { ...valid, paymentMethod: null }, '/paymentMethod'],
    ['the method is every object’s', { ...valid, paymentMethod: 'toString' }, '/paymentMethod'],
    ['a field is unknown', { ...valid, totalAmount: 1 }, '/totalAmount'],
    ['a field is unknown, and odd', { ...valid, 'a/b~c': 1 }, '/a~1b~0c'],
    ['a field is __proto__', json(JSON.stringify(valid).replace('{', '{"__proto__":{},')), '/__proto__'],
  ])('is refused when %s', (_, body, pointer) => {
    expect(faultsOf(body)).toEqual([pointer])
  })

  it.each(paymentMethods)('can be paid by %s', (paymentMethod) => {
    expect(faultsOf({ ...valid, paymentMethod })).toEqual([])
  })

  it('names every fault, one entry each', () => {
    const body = {
      customerId: '',
      email: 'ada',
      items: [{ sku: '', quantity: 0 }, { quantity: '3' }],
      shippingAddress: { street: ' ', country: 'US', town: 'London' },
      paymentMethod: 'cash',
    }
    expect(faultsOf(body).sort()).toEqual([
      '/customerId',
      '/email',
      '/items/0/quantity',
      '/items/0/sku',
      '/items/1/quantity',
      '/items/1/sku',
      '/paymentMethod',
      '/shippingAddress/city',
      '/shippingAddress/name',
      '/shippingAddress/postalCode',
      '/shippingAddress/state',
      '/shippingAddress/street',
      '/shippingAddress/town',
    ])
  })
})

describe('a line of an order', () => {
  it.each([1, 2, 999, 1_000])('takes %i pieces', (quantity) => {
    expect(ofLine({ quantity })).toEqual([])
  })

  it.each([
    '3',
    '',
    0,
    -0,
    -1,
    1.5,
    0.1,
    1_001,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    true,
    null,
    undefined,
    [3],
    {},
  ])('does not take %j pieces', (quantity) => {
    expect(ofLine({ quantity })).toEqual(['/items/0/quantity'])
  })

  it.each([
    '',
    ' ',
    'a'.repeat(51),
    'MU\u0000G',
    'MU\nG',
    'MU\u001bG',
    '\ud800',
    7,
    null,
    undefined,
    ['MUG'],
  ])('does not take %j for a SKU', (sku) => {
    expect(ofLine({ sku })).toEqual(['/items/0/sku'])
  })

  it('is found whatever the case and the blanks of its SKU', () => {
    expect(PlaceOrder.parse({ ...valid, items: [{ sku: ' mug ', quantity: 1 }] }).items).toEqual(valid.items)
  })

  it.each(['29.99', -0.01, Number.NaN, Number.POSITIVE_INFINITY, null, [29.99]])(
    'does not take %j for the price that was seen',
    (unitPrice) => {
      expect(ofLine({ unitPrice })).toEqual(['/items/0/unitPrice'])
    },
  )

  it('has no other fields', () => {
    expect(ofLine({ price: 0.01 })).toEqual(['/items/0/price'])
    expect(ofLine(json('{"__proto__": {"quantity": 5}}'))).toEqual(['/items/0/__proto__'])
  })

  it('is one of at most fifty', () => {
    const lines = (count: number) =>
      Array.from({ length: count }, (_, n) => ({ sku: `MUG-${n}`, quantity: 1 }))
    expect(faultsOf({ ...valid, items: lines(50) })).toEqual([])
    expect(faultsOf({ ...valid, items: lines(51) })).toEqual(['/items'])
  })

  it('shares the limit with the other lines of its SKU', () => {
    const lines = (...quantities: number[]) =>
      quantities.map((quantity, n) => ({ sku: n ? ' mug' : 'MUG', quantity }))
    expect(faultsOf({ ...valid, items: lines(600, 400) })).toEqual([])
    expect(faultsOf({ ...valid, items: lines(600, 401) })).toEqual(['/items/1/quantity'])
    expect(faultsOf({ ...valid, items: lines(500, 500, 1) })).toEqual(['/items/2/quantity'])
  })
})

describe('a shipping address', () => {
  const required = ['name', 'street', 'city', 'country', 'postalCode']
  const all = [...required, 'state']
  const tooLong = { name: 201, street: 201, city: 101, state: 101, postalCode: 21, country: 3 }

  it.each(required)('is not complete without its %s', (field) => {
    expect(ofAddress({ [field]: undefined })).toEqual([`/shippingAddress/${field}`])
  })

  it.each(all)('has a %s that is not blank', (field) => {
    for (const blank of ['', ' ', '\t\n']) {
      expect(ofAddress({ country: 'US', state: 'VA', [field]: blank })).toEqual([`/shippingAddress/${field}`])
    }
  })

  it.each(all)('has a %s that is text, clean and not too long', (field) => {
    const long = 'x'.repeat(tooLong[field as keyof typeof tooLong])
    for (const wrong of [7, null, {}, ['x'], 'a\u0000b', 'a\u0007b', 'a\ud800', long]) {
      expect(ofAddress({ [field]: wrong }), JSON.stringify(wrong)).toEqual([`/shippingAddress/${field}`])
    }
  })

  it('is trimmed', () => {
    const { shippingAddress } = PlaceOrder.parse({
      ...valid,
      shippingAddress: { ...address, city: ' London ' },
    })
    expect(shippingAddress).toEqual(address)
  })

  it('has no other fields', () => {
    expect(ofAddress({ phone: '1' })).toEqual(['/shippingAddress/phone'])
  })

  it.each(['gb', 'GBR', 'UK', 'XX', 'EU', 'constructor'])(
    'lies in a country of ISO 3166 alpha-2: not %j',
    (country) => {
      expect(ofAddress({ country })).toEqual(['/shippingAddress/country'])
    },
  )

  it.each(iso31661.map(({ alpha2 }) => alpha2))(
    'in %s needs a state and a postal code if the country has them',
    (country) => {
      const bare = { state: undefined, postalCode: undefined, country }
      expect(ofAddress(bare)).toEqual([
        ...(needsState(country) ? ['/shippingAddress/state'] : []),
        ...(hasPostalCode(country) ? ['/shippingAddress/postalCode'] : []),
      ])
      expect(ofAddress({ state: 'Some', postalCode: '1234', country })).toEqual([])
    },
  )
})
