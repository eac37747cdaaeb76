import { z } from 'zod'
import { Address } from '@/server/events'
import { toMajor } from '@/server/kernel/money'
import { type OrderState, orderStatuses } from '../domain/order'

/** An order as others see it; what is not yet so is absent. */
export const OrderView = z
  .object({
    orderId: z.uuid(),
    status: z.enum(orderStatuses),
    customerId: z.string(),
    email: z.string().optional(),
    items: z.array(z.object({ sku: z.string(), name: z.string(), quantity: z.int(), unitPrice: z.number() })),
    totalAmount: z.number(),
    currency: z.string(),
    paymentMethod: z.string(),
    shippingAddress: Address,
    paymentId: z.string().optional(),
    shipmentId: z.string().optional(),
    trackingNumber: z.string().optional(),
    rejectionReason: z.string().optional(),
    failureReason: z.string().optional(),
    cancellationReason: z.string().optional(),
    cancelledAt: z.date().optional(),
    refundedAt: z.date().optional(),
    placedAt: z.date(),
    updatedAt: z.date(),
  })
  .meta({ id: 'Order', description: 'An order; what is not yet so is absent.' })

export type OrderView = z.infer<typeof OrderView>

export function toView(state: OrderState): OrderView {
  const { currency } = state
  return {
    orderId: state.id,
    status: state.status,
    customerId: state.customerId,
    ...given({ email: state.email }),
    items: state.items.map(({ unitCents, ...item }) => ({
      ...item,
      unitPrice: toMajor(unitCents, currency),
    })),
    totalAmount: toMajor(state.totalCents, currency),
    currency,
    paymentMethod: state.paymentMethod,
    shippingAddress: state.shippingAddress,
    ...given({
      paymentId: state.paymentId,
      shipmentId: state.shipmentId,
      trackingNumber: state.trackingNumber,
      rejectionReason: state.rejectionReason,
      failureReason: state.failureReason,
      cancellationReason: state.cancellationReason,
      cancelledAt: state.cancelledAt,
      refundedAt: state.refundedAt,
    }),
    placedAt: state.placedAt,
    updatedAt: state.updatedAt,
  }
}

type Given<T> = { [K in keyof T]?: NonNullable<T[K]> }

const given = <T extends object>(values: T) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null)) as Given<T>
