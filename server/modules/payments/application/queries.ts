import { eq } from 'drizzle-orm'
import { isId } from '@/server/kernel/id'
import { toMajor } from '@/server/kernel/money'
import { db } from '@/server/platform/database/connect'
import { simulatedProvider as provider } from '../infrastructure/simulated-provider'
import { payments } from '../infrastructure/tables'

/** An order's payment as we see it, and below that as the provider does; null while there is none. */
export async function findPaymentOfOrder(orderId: string) {
  const [row] = isId(orderId) ? await db().select().from(payments).where(eq(payments.orderId, orderId)) : []
  return row ? withJournal(row) : null
}

async function withJournal({ id, amountCents, ...payment }: typeof payments.$inferSelect) {
  const { currency } = payment
  const journal = (await provider.entries(id)).map(({ amountCents, ...entry }) => ({
    ...entry,
    amount: amountCents === null ? null : toMajor(amountCents, currency),
  }))
  return { ...payment, paymentId: id, amount: toMajor(amountCents, currency), journal }
}
