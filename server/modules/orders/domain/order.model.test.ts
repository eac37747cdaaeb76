import { it } from 'vitest'
import { expectToFollow } from '@/server/testing/model/rule-book'
import { Order } from './order'

/** Leads nowhere, and is refused nowhere. */
const anyStatus = {
  PENDING: 'PENDING',
  CONFIRMED: 'CONFIRMED',
  PAID: 'PAID',
  SHIPPED: 'SHIPPED',
  REJECTED: 'REJECTED',
  PAYMENT_FAILED: 'PAYMENT_FAILED',
  CANCELLED: 'CANCELLED',
} as const

it('follows its rule book, whatever comes in whatever order', () => {
  expectToFollow({
    create: () =>
      Order.create({
        customerId: 'ada',
        items: [{ sku: 'MUG', name: 'Mug', quantity: 2, unitCents: 1250 }],
        shippingAddress: { name: 'Ada', street: '1 Way', city: 'London', postalCode: 'N1', country: 'GB' },
        currency: 'EUR',
        paymentMethod: 'pm_card_visa',
      }),
    begins: 'PENDING',
    statusOf: (order) => order.status,
    reload: (order) => Order.restore(structuredClone(order.toState())),
    // A cancelled order is moved by nothing, and refuses nothing: what comes late is undone by whoever did it.
    steps: {
      confirm: {
        take: (order) => order.confirm(),
        leads: { PENDING: 'CONFIRMED', CANCELLED: 'CANCELLED' },
        tells: 'OrderConfirmed',
      },
      reject: {
        take: (order) => order.reject('sold out'),
        leads: { PENDING: 'REJECTED', CANCELLED: 'CANCELLED' },
        tells: 'OrderRejected',
      },
      'be paid': {
        take: (order) => order.markPaid('payment-1'),
        leads: { CONFIRMED: 'PAID', CANCELLED: 'CANCELLED' },
        tells: 'OrderPaid',
      },
      'fail to be paid': {
        take: (order) => order.markPaymentFailed('declined'),
        leads: { CONFIRMED: 'PAYMENT_FAILED', CANCELLED: 'CANCELLED' },
        tells: 'OrderPaymentFailed',
      },
      ship: {
        take: (order) => order.markShipped('shipment-1', 'NW1'),
        leads: { PAID: 'SHIPPED', CANCELLED: 'CANCELLED' },
        tells: 'OrderShipped',
      },
      cancel: {
        take: (order) => order.cancel('changed my mind', 'customer'),
        leads: { PENDING: 'CANCELLED', CONFIRMED: 'CANCELLED', PAID: 'CANCELLED', CANCELLED: 'CANCELLED' },
        tells: 'OrderCancelled',
      },
      'hear of a refund': { take: (order) => order.rememberRefund('payment-1'), leads: anyStatus },
      'take a note': {
        take: (order) => order.addNote('called back', 'grace'),
        leads: anyStatus,
        tells: 'OrderNoteAdded',
        always: true,
      },
    },
    means: {
      OrderPlaced: 'PENDING',
      OrderConfirmed: 'CONFIRMED',
      OrderRejected: 'REJECTED',
      OrderPaid: 'PAID',
      OrderPaymentFailed: 'PAYMENT_FAILED',
      OrderShipped: 'SHIPPED',
      OrderCancelled: 'CANCELLED',
    },
  })
})
