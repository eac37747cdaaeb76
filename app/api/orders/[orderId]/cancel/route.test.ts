import { describe, expect, it } from 'vitest'
import { newId } from '@/server/kernel/id'
import { as } from '@/server/testing/callers'
import { faultsIn, problemIn } from '@/server/testing/http-client'
import { aProduct, order, stored } from '@/server/testing/orders'
import { settled } from '@/server/testing/stories'

const api = as('admin')

describe('cancelling an order', () => {
  const cancel = (orderId: string, ...body: unknown[]) =>
    api('POST', `/api/orders/${orderId}/cancel`, ...body)

  const cancelled = (orderId: string) => ({ orderId, status: 'CANCELLED', cancelledAt: expect.any(String) })

  it.each(['PENDING', 'CONFIRMED', 'PAID'] as const)(
    'answers 200 while it is %s, and it then says so',
    async (status) => {
      const orderId = await stored(status)
      const answer = await cancel(orderId, { reason: 'Changed my mind' })
      expect([answer.status, answer.body]).toEqual([200, cancelled(orderId)])
      const { body } = await api('GET', `/api/orders/${orderId}`)
      expect(body).toMatchObject({
        status: 'CANCELLED',
        cancellationReason: 'Changed my mind',
        cancelledAt: answer.body.cancelledAt,
      })
      expect(body).not.toHaveProperty('rejectionReason')
    },
  )

  it.each([undefined, {}, '', ' \n'])('needs no reason: %j', async (body) => {
    const orderId = await stored('PENDING')
    const answer = await cancel(orderId, body)
    expect([answer.status, answer.body]).toEqual([200, cancelled(orderId)])
    expect(await settled(orderId)).toMatchObject({ cancellationReason: expect.stringMatching(/\w/) })
  })

  it('once more answers the same, and changes nothing', async () => {
    const orderId = await stored('PENDING')
    const first = await cancel(orderId, { reason: 'First' })
    const again = await cancel(orderId, { reason: 'Second' })
    expect([again.status, again.text]).toEqual([200, first.text])
    expect(await settled(orderId)).toMatchObject({ cancellationReason: 'First' })
    const { body } = await api<unknown[]>('GET', `/api/events?orderId=${orderId}&eventType=OrderCancelled`)
    expect(body).toMatchObject([{ causationId: null, payload: { orderId, reason: 'First' } }])
  })

  it('is done once when ten ask at the same time', async () => {
    const orderId = await stored('CONFIRMED')
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, n) => cancel(orderId, { reason: `${n}` })),
    )
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1)
    await settled(orderId)
    const { body } = await api<unknown[]>('GET', `/api/events?orderId=${orderId}`)
    expect(body).toHaveLength(1)
  })

  it('gives back what was reserved for it', async () => {
    const { sku } = await aProduct(2)
    const orderId = await order({ sku, quantity: 2, paymentMethod: 'pm_card_slow' })
    expect((await cancel(orderId)).status).toBe(200)
    expect(await settled(orderId)).toMatchObject({ status: 'CANCELLED' })
    const stock = { stockQuantity: 2, reservedQuantity: 0, availableStock: 2 }
    expect((await api('GET', `/api/inventory/products/${sku}`)).body).toMatchObject(stock)
  })

  it.each([
    ['SHIPPED', 1, undefined],
    ['REJECTED', 0, undefined],
    ['PAYMENT_FAILED', 1, 'pm_card_declined'],
  ] as const)(
    'is refused with 409, which names the state, when it is %s',
    async (status, stock, paymentMethod) => {
      const { sku } = await aProduct(stock)
      const orderId = await order({ sku, paymentMethod })
      const before = await settled(orderId)
      expect(before.status).toBe(status)
      const problem = problemIn(await cancel(orderId), 409)
      expect(problem).toMatchObject({ type: '/problems/order-final', orderStatus: status })
      expect(problem.detail).toContain(status)
      expect(await settled(orderId)).toEqual(before)
    },
  )

  it.each([
    [{ reason: '' }],
    [{ reason: ' ' }],
    [{ reason: 7 }],
    [{ reason: null }],
    [{ reason: 'a\u0000' }],
    [{ reason: 'x'.repeat(501) }],
  ])('is refused with 400 when the reason is none: %j', async (body) => {
    expect(faultsIn(await cancel(newId(), body))).toEqual(['/reason'])
  })
})
