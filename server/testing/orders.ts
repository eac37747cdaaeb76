import { checkout, PlaceOrder } from '@/server/checkout'
import { newId } from '@/server/kernel/id'
import { CreateProduct, createProduct } from '@/server/modules/inventory'
import { Order, type OrderStatus } from '@/server/modules/orders/domain/order'
import { orders } from '@/server/modules/orders/infrastructure/tables'
import type { PaymentMethod } from '@/server/modules/payments'
import { db } from '@/server/platform/database/connect'
import { address } from './address'

/** A product of the test's own. */
export async function aProduct(stockQuantity: number, price = 12.5) {
  const sku = `T-${newId().slice(-12)}`
  return createProduct(CreateProduct.parse({ sku, name: `Test ${sku}`, price, stockQuantity }))
}

export { address }

type Wanted = { sku: string; quantity?: number; paymentMethod?: PaymentMethod }

export async function order({ sku, quantity = 1, paymentMethod }: Wanted) {
  const { orderId } = await checkout(
    PlaceOrder.parse({ items: [{ sku, quantity }], shippingAddress: address, paymentMethod }),
    { trusted: true },
  )
  return orderId
}

/** An order in a state that lasts only a moment when it runs its course. Nobody was told of it, so nobody moves it. */
export async function stored(status: OrderStatus) {
  const placed = Order.create({
    customerId: newId(),
    items: [{ sku: 'T-NONE', name: 'None', quantity: 1, unitCents: 1250 }],
    shippingAddress: address,
    currency: 'EUR',
    paymentMethod: 'pm_card_visa',
  })
  await db()
    .insert(orders)
    .values({ ...placed.toState(), status })
  return placed.id
}
