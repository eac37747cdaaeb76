import { and, asc, desc, eq, or, type SQL, sql } from 'drizzle-orm'
import { notFound } from '@/server/kernel/errors'
import { isId } from '@/server/kernel/id'
import { toMajor } from '@/server/kernel/money'
import { db } from '@/server/platform/database/connect'
import type { PaymentStatus } from '../domain/payment'
import type { PaymentMethod } from '../domain/payment-method'
import { simulatedProvider as provider } from '../infrastructure/simulated-provider'
import { payments } from '../infrastructure/tables'

/** An order's payment as we see it, and below that as the provider does; null while there is none. */
export async function findPaymentOfOrder(orderId: string) {
  const [row] = isId(orderId) ? await db().select().from(payments).where(eq(payments.orderId, orderId)) : []
  return row ? withJournal(row) : null
}

/** A payment as we see it, and below that as the provider does. */
export async function getPayment(paymentId: string) {
  const [row] = isId(paymentId) ? await db().select().from(payments).where(eq(payments.id, paymentId)) : []
  if (!row) throw notFound('Payment', paymentId)
  return withJournal(row)
}

export const paymentSorts = ['newest', 'oldest', 'largest', 'smallest'] as const
export type PaymentSort = (typeof paymentSorts)[number]

const sorts: Record<PaymentSort, { by?: SQL; direction: typeof asc }> = {
  newest: { direction: desc },
  oldest: { direction: asc },
  largest: { by: sql`${payments.amountCents}`, direction: desc },
  smallest: { by: sql`${payments.amountCents}`, direction: asc },
}

type ListPayments = {
  /** The id of a payment or of its order, or the provider's reference. */
  text?: string
  status?: PaymentStatus
  method?: PaymentMethod
  sort?: PaymentSort
  /** The last payment of the page before. */
  cursor?: string
  limit: number
}

/** A page of payments by our own books; `nextCursor` is there while there are more. */
export async function listPayments({ text, status, method, sort = 'newest', cursor, limit }: ListPayments) {
  const { by, direction } = sorts[sort]
  const rows = await db()
    .select()
    .from(payments)
    .where(
      and(
        text ? named(text) : undefined,
        status && eq(payments.status, status),
        method && eq(payments.method, method),
        cursor ? after(by, direction, cursor) : undefined,
      ),
    )
    .orderBy(...(by ? [direction(by)] : []), direction(payments.id))
    .limit(limit + 1)
  const items = rows.slice(0, limit).map(toView)
  return { items, nextCursor: rows.length > limit ? items.at(-1)?.paymentId : undefined }
}

const named = (text: string) =>
  isId(text) ? or(eq(payments.id, text), eq(payments.orderId, text)) : eq(payments.providerReference, text)

function after(by: SQL | undefined, direction: typeof asc, cursor: string): SQL {
  const sign = direction === asc ? sql`>` : sql`<`
  if (!by) return sql`${payments.id} ${sign} ${cursor}`
  return sql`(${by}, ${payments.id}) ${sign} (select ${by}, ${payments.id} from ${payments} where ${payments.id} = ${cursor})`
}

type Row = typeof payments.$inferSelect

const toView = ({ id, amountCents, ...payment }: Row) => ({
  ...payment,
  paymentId: id,
  amount: toMajor(amountCents, payment.currency),
})

/** What the provider has taken and given back stands in its journal; what is kept is the difference. */
async function withJournal(row: Row) {
  const { currency } = row
  const entries = await provider.entries(row.id)
  const sumOf = (kind: 'CAPTURED' | 'REFUNDED') =>
    entries.reduce((sum, entry) => sum + (entry.kind === kind ? (entry.amountCents ?? 0) : 0), 0)
  const [captured, refunded] = [sumOf('CAPTURED'), sumOf('REFUNDED')]
  return {
    ...toView(row),
    journal: entries.map(({ amountCents, ...entry }) => ({
      ...entry,
      amount: amountCents === null ? null : toMajor(amountCents, currency),
    })),
    captured: toMajor(captured, currency),
    refunded: toMajor(refunded, currency),
    kept: toMajor(captured - refunded, currency),
  }
}
