import { type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import { audit } from '@/server/access/audit'
import { conflict, DomainError } from '@/server/kernel/errors'
import { line } from '@/server/kernel/text'
import { db } from '@/server/platform/database/connect'
import { unitOfWork } from '@/server/platform/unit-of-work'
import { loadOrder, saveErased } from '../infrastructure/order-repository'

/** Who is to be forgotten: the customer of one order, or of all that were placed under an id or an e-mail address. */
export const EraseCustomer = z
  .strictObject({
    orderId: z.uuid('must be the whole id of an order').optional(),
    customerId: line(100).optional(),
    email: z.email().max(254).optional(),
  })
  .refine(
    (who) => Object.values(who).filter((value) => value !== undefined).length === 1,
    'must name the customer by one of orderId, customerId and email',
  )

export const ErasedOrders = z
  .object({
    orders: z.array(z.uuid()).describe('All orders of the customer.'),
    erased: z.array(z.uuid()).describe('Those in which there was still something to erase.'),
  })
  .meta({ id: 'ErasedOrders' })

type Who = z.output<typeof EraseCustomer>

/**
 * Makes unreadable whom these orders were for, wherever it stands: all of them or, while one is still under way, none. Asked
 * again it does what was left, and changes nothing of what is done.
 */
export async function eraseCustomer(who: Who, by: string) {
  const found = await standingsOf(who)
  if (found.length === 0) throw new DomainError('NOT_FOUND', 'No order was placed by this customer')
  const underWay = found.filter(({ why }) => why !== null)
  if (underWay.length > 0) {
    const each = underWay.map(({ orderId, why }) => `${orderId} ${why}`).join(', ')
    throw conflict(`Nothing was erased, for not every order is through: ${each}`, {
      kind: 'order-under-way',
      extra: { orders: underWay },
    })
  }
  const erased: string[] = []
  for (const { orderId } of found) if (await eraseOrder(orderId, by)) erased.push(orderId)
  return { orders: found.map(({ orderId }) => orderId), erased }
}

function eraseOrder(orderId: string, by: string): Promise<boolean> {
  return unitOfWork(async (uow) => {
    const order = await loadOrder(uow, orderId)
    const done = order.erasePersonalData(by)
    if (done) {
      saveErased(uow, order)
      uow.save(order, audit('customers.erase', { target: `order/${orderId}` })(uow.tx))
    }
    return done
  })
}

type Standing = { orderId: string; why: string | null }

/** The orders of a customer, and why the address of one is still needed. */
async function standingsOf({ orderId, customerId, email }: Who): Promise<Standing[]> {
  const { rows } = (await db().execute(sql`
    select id as "orderId", case
      when status in ('PENDING', 'CONFIRMED', 'PAID') then 'is ' || status || ': cancel it, or wait'
      when status = 'SHIPPED' and not exists (
        select from log.events e where e.lane = o.id::text and e.event_type = 'ShipmentDispatched'
      ) then 'has a parcel that has not left: dispatch it'
      when exists (
        select from log.deliveries d where d.lane = o.id::text and d.status = 'DEAD'
      ) then 'has a dead letter: redrive or discard it'
      when exists (
        select from log.deliveries d where d.lane = o.id::text and d.status = 'PENDING'
      ) then 'has something on its way: try again in a moment' end as why
    from orders.orders o where ${isTheirs({ orderId, customerId, email })} order by id`)) as unknown as {
    rows: Standing[]
  }
  return rows
}

function isTheirs({ orderId, customerId, email = '' }: Who): SQL {
  if (orderId !== undefined) return sql`id = ${orderId}`
  if (customerId !== undefined) return sql`customer_id = ${customerId}`
  // No index: it would cost at every hop of every order, and this is asked seldom.
  return sql`lower(email) = ${email.toLowerCase()}`
}
