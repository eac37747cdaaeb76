import { describe, expect, it } from 'vitest'
import { as } from '@/server/testing/callers'
import { address, aProduct, order, stored } from '@/server/testing/orders'
import { settled } from '@/server/testing/stories'

const api = as('admin')

type Placed = { orderId: string; accessToken: string }

const place = (sku: string, more: Record<string, unknown> = {}) =>
  api<Placed>('POST', '/api/orders', { items: [{ sku, quantity: 1 }], shippingAddress: address, ...more })

describe('an order, asked for', () => {
  const always = {
    orderId: expect.any(String),
    customerId: expect.any(String),
    items: [{ sku: expect.any(String), name: expect.any(String), quantity: 1, unitPrice: 12.5 }],
    totalAmount: 12.5,
    currency: 'EUR',
    shippingAddress: address,
    placedAt: expect.any(String),
    updatedAt: expect.any(String),
  }

  it('has no more than was asked for while it is PENDING: the rest is absent, not null', async () => {
    const { text, body } = await api('GET', `/api/orders/${await stored('PENDING')}`)
    expect(body).toEqual({ ...always, status: 'PENDING', paymentMethod: 'pm_card_visa' })
    expect(text).not.toContain('null')
  })

  it('has what is known when it is SHIPPED, and nothing else', async () => {
    const { sku } = await aProduct(1)
    const orderId = await order({ sku })
    await settled(orderId)
    expect((await api('GET', `/api/orders/${orderId}`)).body).toEqual({
      ...always,
      status: 'SHIPPED',
      paymentMethod: 'pm_card_visa',
      paymentId: expect.any(String),
      shipmentId: expect.any(String),
      trackingNumber: expect.stringMatching(/^NW\d{13}$/),
    })
  })

  it('says why when it is REJECTED, and has no payment and no shipment', async () => {
    const { sku } = await aProduct(0)
    const orderId = await order({ sku })
    await settled(orderId)
    expect((await api('GET', `/api/orders/${orderId}`)).body).toEqual({
      ...always,
      status: 'REJECTED',
      paymentMethod: 'pm_card_visa',
      rejectionReason: expect.stringContaining(sku),
    })
  })

  it('says why when its payment failed', async () => {
    const { sku } = await aProduct(1)
    const orderId = await order({ sku, paymentMethod: 'pm_card_insufficient_funds' })
    await settled(orderId)
    expect((await api('GET', `/api/orders/${orderId}`)).body).toEqual({
      ...always,
      status: 'PAYMENT_FAILED',
      paymentMethod: 'pm_card_insufficient_funds',
      failureReason: 'Your card has insufficient funds.',
    })
  })

  it('has the whole address and the email that were given', async () => {
    const { sku } = await aProduct(1)
    const shippingAddress = { ...address, state: 'Noord-Holland' }
    const { body } = await place(sku, { shippingAddress, email: 'ada@example.com' })
    expect((await api('GET', `/api/orders/${body.orderId}`)).body).toMatchObject({
      shippingAddress,
      email: 'ada@example.com',
    })
    await settled(body.orderId)
  })

  it('never tells its access token again', async () => {
    const { sku } = await aProduct(1)
    const { body } = await place(sku)
    const { text } = await api('GET', `/api/orders/${body.orderId}`)
    expect(text).not.toContain(body.accessToken)
    expect(text).not.toMatch(/token|hash/i)
  })
})
