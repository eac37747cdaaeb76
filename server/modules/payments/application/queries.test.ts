import { describe, expect, it } from 'vitest'
import { newId } from '@/server/kernel/id'
import { cancelOrder } from '@/server/modules/orders'
import { aProduct, order } from '@/server/testing/orders'
import { settled, untilEvent } from '@/server/testing/stories'
import { getPayment, listPayments, type PaymentSort } from './queries'

describe('a payment', () => {
  it('is shown with the provider’s own books, and what is kept of it', async () => {
    const { sku } = await aProduct(5, 20)
    const { paymentId = '', orderId } = await settled(await order({ sku, paymentMethod: 'pm_card_flaky' }))
    const payment = await getPayment(paymentId)
    expect(payment).toMatchObject({
      orderId,
      status: 'CAPTURED',
      amount: 20,
      captured: 20,
      refunded: 0,
      kept: 20,
    })
    expect(payment.journal.map(({ kind, amount }) => [kind, amount])).toEqual([
      ['ERROR', null],
      ['ERROR', null],
      ['CAPTURED', 20],
    ])
    expect(payment.providerReference).toBe(payment.journal.at(-1)?.reference)
  })

  it('that was refunded keeps nothing', async () => {
    const { sku } = await aProduct(5, 20)
    const orderId = await order({ sku, paymentMethod: 'pm_card_slow' })
    await untilEvent(orderId, 'OrderConfirmed')
    await cancelOrder(orderId, {})
    await settled(orderId)
    const { items } = await listPayments({ text: orderId, limit: 2 })
    expect(items).toHaveLength(1)
    const { captured, refunded, kept } = await getPayment(items[0]?.paymentId ?? '')
    expect([captured - refunded, kept]).toEqual([0, 0])
  })

  it('that is not there is not found', async () => {
    await expect(getPayment(newId())).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(getPayment('none')).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})

describe('the list of payments', () => {
  it('finds one by its own id, its order’s, and the provider’s reference', async () => {
    const { sku } = await aProduct(5)
    const { paymentId = '', orderId } = await settled(await order({ sku }))
    const { providerReference } = await getPayment(paymentId)
    for (const text of [paymentId, orderId, providerReference ?? '']) {
      const { items } = await listPayments({ text, limit: 10 })
      expect(items.map((each) => each.paymentId)).toEqual([paymentId])
    }
    expect((await listPayments({ text: newId(), limit: 10 })).items).toEqual([])
  })

  it('is narrowed by status and method together', async () => {
    const { sku } = await aProduct(5)
    const { orderId } = await settled(await order({ sku, paymentMethod: 'pm_card_declined' }))
    const { items } = await listPayments({ status: 'FAILED', method: 'pm_card_declined', limit: 1 })
    expect(items).toMatchObject([{ orderId, status: 'FAILED', method: 'pm_card_declined' }])
  })

  it.each(['newest', 'oldest', 'largest', 'smallest'] satisfies PaymentSort[])(
    'sorted by %s gives every payment once, page by page',
    async (sort) => {
      const { sku } = await aProduct(5, 7)
      for (let n = 0; n < 3; n++) await settled(await order({ sku, paymentMethod: 'pm_card_mastercard' }))
      const asked = { method: 'pm_card_mastercard', sort } as const
      const whole = (await listPayments({ ...asked, limit: 100 })).items.map(({ paymentId }) => paymentId)
      const paged: string[] = []
      let cursor: string | undefined
      do {
        const page = await listPayments({ ...asked, cursor, limit: 2 })
        paged.push(...page.items.map(({ paymentId }) => paymentId))
        cursor = page.nextCursor
      } while (cursor)
      expect(paged).toEqual(whole)
      expect(new Set(paged).size).toBe(paged.length)
    },
  )
})
