import { checkout, PlaceOrder } from '@/server/checkout'
import { newId } from '@/server/kernel/id'
import { CreateProduct, createProduct } from '@/server/modules/inventory'
import type { PaymentMethod } from '@/server/modules/payments'
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
