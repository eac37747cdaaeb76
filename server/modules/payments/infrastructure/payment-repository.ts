import { eq, getTableColumns, sql } from 'drizzle-orm'
import { notFound } from '@/server/kernel/errors'
import { excluded, omit, prepared, preparedWrite } from '@/server/platform/database/prepared'
import type { UnitOfWork } from '@/server/platform/unit-of-work'
import { Payment } from '../domain/payment'
import { payments } from './tables'

const byOrder = prepared((tx) =>
  tx
    .select()
    .from(payments)
    .where(eq(payments.orderId, sql.placeholder('orderId')))
    .for('update')
    .prepare('find_payment'),
)

/** Null when the order never came as far as a payment. */
export async function findPayment({ tx }: UnitOfWork, orderId: string): Promise<Payment | null> {
  const [row] = await byOrder(tx).execute({ orderId })
  return row ? Payment.restore(row) : null
}

export async function loadPayment(uow: UnitOfWork, orderId: string): Promise<Payment> {
  const payment = await findPayment(uow, orderId)
  if (!payment) throw notFound('Payment of order', orderId)
  return payment
}

const columns = getTableColumns(payments)
const changing = omit(columns, 'id', 'orderId', 'amountCents', 'currency', 'method', 'createdAt')
const write = preparedWrite(columns, (tx, row) =>
  tx
    .insert(payments)
    .values(row)
    .onConflictDoUpdate({ target: payments.id, set: excluded(changing) })
    .prepare('save_payment'),
)

export function savePayment({ tx, save }: UnitOfWork, payment: Payment) {
  save(payment, write(tx, payment.toState()))
}
