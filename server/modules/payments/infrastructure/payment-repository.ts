import { eq } from 'drizzle-orm'
import { notFound } from '@/server/kernel/errors'
import type { UnitOfWork } from '@/server/platform/unit-of-work'
import { Payment } from '../domain/payment'
import { payments } from './tables'

/** Null when the order never came as far as a payment. */
export async function findPayment({ tx }: UnitOfWork, orderId: string): Promise<Payment | null> {
  const [row] = await tx.select().from(payments).where(eq(payments.orderId, orderId)).for('update')
  return row ? Payment.restore(row) : null
}

export async function loadPayment(uow: UnitOfWork, orderId: string): Promise<Payment> {
  const payment = await findPayment(uow, orderId)
  if (!payment) throw notFound('Payment of order', orderId)
  return payment
}

export async function savePayment(uow: UnitOfWork, payment: Payment): Promise<void> {
  const { id, orderId, amountCents, currency, method, createdAt, ...changing } = payment.toState()
  await uow.tx
    .insert(payments)
    .values(payment.toState())
    .onConflictDoUpdate({ target: payments.id, set: changing })
  uow.append(payment)
}
