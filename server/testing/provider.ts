import { eq, sql } from 'drizzle-orm'
import { journal, payments } from '@/server/modules/payments/infrastructure/tables'
import { db } from '@/server/platform/database/connect'

/** What the provider's own journal says of an order, in cents; null when the order has no payment yet. */
export async function moneyOf(orderId: string) {
  const [payment] = await db()
    .select({ key: payments.id })
    .from(payments)
    .where(eq(payments.orderId, orderId))
  if (!payment) return null
  const sum = (kind: string) =>
    sql<number>`coalesce(sum(${journal.amountCents}) filter (where ${journal.kind} = ${kind}), 0)::int`
  const [row] = await db()
    .select({
      captured: sum('CAPTURED'),
      refunded: sum('REFUNDED'),
      captures: sql<number>`count(*) filter (where ${journal.kind} = 'CAPTURED')::int`,
    })
    .from(journal)
    .where(eq(journal.key, payment.key))
  return row ?? null
}
