import { and, inArray, lt, sql } from 'drizzle-orm'
import { firstIdAt } from '@/server/kernel/id'
import { db } from '@/server/platform/database/connect'
import { nothingUnderWay } from '@/server/platform/deliveries'
import { settings } from '@/server/platform/settings'
import { unitOfWork } from '@/server/platform/unit-of-work'
import { unpaidStatuses } from '../domain/order'
import { loadOrder, saveOrder } from '../infrastructure/order-repository'
import { orders } from '../infrastructure/tables'

/** For so long we hold stock for an order that nobody has paid. */
const UNPAID_MS = 60 * 60 * 1000
const AT_ONCE = 100

/**
 * Cancels the orders that stayed unpaid for too long because their payment was given up, so that others can have what was held
 * for them. One that is still on its way is left alone, however late: after an outage it is sold rather than cancelled. So is
 * one whose money has arrived and whose order has not heard of it, which is for people to mend.
 */
export async function sweep() {
  for (let found = AT_ONCE; found === AT_ONCE; ) {
    const due = await findUnpaid()
    for (const { id } of due) await cancelUnpaid(id)
    found = due.length
  }
}

const findUnpaid = () =>
  db()
    .select({ id: orders.id })
    .from(orders)
    .where(
      and(
        inArray(orders.status, [...unpaidStatuses]),
        lt(orders.id, firstIdAt(new Date(Date.now() - UNPAID_MS * settings().timeScale))),
        nothingUnderWay(sql`${orders.id}::text`),
        sql`not exists (select from log.events paid where paid.lane = ${orders.id}::text
          and paid.event_type = 'PaymentProcessed')`,
      ),
    )
    .orderBy(orders.id)
    .limit(AT_ONCE)

/** Another process may have been faster, or a redrive: the order's lock decides. What may have been charged is returned. */
async function cancelUnpaid(orderId: string) {
  await unitOfWork(async (uow) => {
    const order = await loadOrder(uow, orderId)
    if (!order.isUnpaid) return
    order.cancel('It was not paid in time', 'shop')
    saveOrder(uow, order)
  })
}
