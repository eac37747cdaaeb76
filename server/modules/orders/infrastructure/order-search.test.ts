import { describe, expect, it, vi } from 'vitest'
import { checkout, PlaceOrder } from '@/server/checkout'
import { firstIdAt, newId } from '@/server/kernel/id'
import { address, aProduct } from '@/server/testing/orders'
import { settled } from '@/server/testing/stories'
import { findOrders } from '../application/queries'
import { searchOrders } from './order-search'

const { sku } = await aProduct(1_000)
const customerId = newId()
const email = `${customerId}@example.com`

async function place(quantity: number) {
  const { orderId } = await checkout(
    PlaceOrder.parse({ items: [{ sku, quantity }], shippingAddress: address, customerId, email }),
    { trusted: true },
  )
  await settled(orderId)
  // A machine's clock may be set back meanwhile: the next order comes after this one by the clock, too.
  await vi.waitUntil(() => firstIdAt(new Date()) > orderId, { timeout: 10_000 })
  return orderId
}
const placed = [await place(3), await place(1), await place(2), await place(1_000)]
const [three, one, two, rejected] = placed as [string, string, string, string]

type Asked = Partial<Parameters<typeof findOrders>[0]>

async function found(asked: Asked) {
  const { items } = await findOrders({ text: customerId, limit: 50, ...asked })
  return items.map(({ orderId }) => orderId)
}

describe('the orders of the desk', () => {
  it.each([
    ['newest', [rejected, two, one, three]],
    ['oldest', [three, one, two, rejected]],
    ['largest', [rejected, three, two, one]],
    ['smallest', [one, two, three, rejected]],
  ] as const)('are sorted %s first, page after page, each of them once', async (sort, wanted) => {
    expect(await found({ sort })).toEqual(wanted)
    const paged: string[] = []
    let cursor: string | undefined
    do {
      const page = await findOrders({ text: customerId, sort, limit: 1, cursor })
      paged.push(...page.items.map(({ orderId }) => orderId))
      cursor = page.nextCursor
    } while (cursor)
    expect(paged).toEqual(wanted)
  })

  it('are narrowed to statuses, one or several', async () => {
    expect(await found({ statuses: ['REJECTED'] })).toEqual([rejected])
    expect(await found({ statuses: ['REJECTED', 'SHIPPED'] })).toHaveLength(4)
    expect(await found({ statuses: ['PAID'] })).toEqual([])
  })

  it('are narrowed to the time from which and before which they were placed', async () => {
    const { items } = await findOrders({ text: customerId, limit: 50 })
    const at = items.find(({ orderId }) => orderId === two)?.placedAt as Date
    expect(await found({ from: at })).toEqual([rejected, two])
    expect(await found({ to: at, sort: 'oldest' })).toEqual([three, one])
    expect(await found({ from: at, to: at })).toEqual([])
  })

  it('are found by words that all fit: SKU, e-mail, name and ids', async () => {
    for (const text of [sku.toLowerCase(), email, sku.slice(2, -1), `customer ${sku}`]) {
      expect(await found({ text }), text).toHaveLength(4)
    }
    expect(await found({ text: `nobody ${sku}` })).toEqual([])
    for (const text of [
      one,
      one.toUpperCase(),
      short('…'),
      short('-'),
      short(''),
      short('…').toLowerCase(),
    ]) {
      expect(await found({ text }), text).toEqual([one])
    }

    function short(between: string) {
      const bare = one.replaceAll('-', '').toUpperCase()
      return `${bare.slice(-12, -8)}${between}${bare.slice(-4)}`
    }
  })

  it.each(['%', '_', '\\', "'", 'zz'])('are not all found by %j, which none of them has', async (text) => {
    expect(await found({ text: `${sku} ${text}` })).toEqual([])
  })
})

it.each(['newest', 'largest'] as const)(
  'words that the %s orders looked through do not have are found by their index',
  async (sort) => {
    const rows = await searchOrders({ text: sku, statuses: ['SHIPPED'], sort, limit: 3 }, 1)
    const wanted = sort === 'newest' ? [two, one, three] : [three, two, one]
    expect(rows.map(({ id }) => id)).toEqual(wanted)
  },
)
