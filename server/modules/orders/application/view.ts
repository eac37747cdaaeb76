import { toMajor } from '@/server/kernel/money'
import type { OrderState } from '../domain/order'

/** An order as others see it; what is not yet so is absent. */
export function toView(state: OrderState) {
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

export type OrderView = ReturnType<typeof toView>

type Given<T> = { [K in keyof T]?: NonNullable<T[K]> }

const given = <T extends object>(values: T) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null)) as Given<T>
