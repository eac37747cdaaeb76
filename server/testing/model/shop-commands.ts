import type fc from 'fast-check'
import { expect } from 'vitest'
import { checkout, PlaceOrder } from '@/server/checkout'
import type { HeldLine } from '@/server/events'
import { updateProduct } from '@/server/modules/inventory'
import { cancelOrder, getOrder } from '@/server/modules/orders'
import type { PaymentMethod } from '@/server/modules/payments'
import { dispatchShipment } from '@/server/modules/shipments'
import { discard as discardLetter, redrive as redriveLetter } from '@/server/platform/dead-letters'
import { disturb, type FaultPoint } from '@/server/platform/fault-points'
import { sweep as sweepUp } from '@/server/platform/sweep'
import { HOUR_MS, letTimePass } from '../clock'
import { address } from '../orders'
import { compare } from './compare'
import { drainAllByHand, drainByHand, type Fault, look } from './shop'
import { type Expected, newOrder, openLanes, reservedOf, type ShopModel, tell } from './shop-model'

/** What may happen in the shop. Those that name a thing by a number take it round and round what there is. */
export type Command = fc.AsyncCommand<ShopModel, object>
/** Where the answer of a command gets lost, and with it, before the commit, its effect. */
type Lost = Extract<FaultPoint, 'before commit' | 'after commit'>

const nthOf = <T>(all: T[], nth: number): T => {
  const one = all[nth % all.length]
  if (one === undefined) throw new Error('There is none')
  return one
}

function command(name: string, run: Command['run'], check: Command['check'] = () => true): Command {
  return { check, run, toString: () => name }
}

/** Runs a command, whose process may die around its commit. Answers whether it had its effect. */
async function ask(work: () => Promise<unknown>, lost: Lost | null): Promise<boolean> {
  const died = new Error('The process died')
  if (lost)
    disturb(async (point) => {
      if (point === lost) throw died
    })
  const outcome = await work().then(
    () => true,
    (error: Error) => error,
  )
  disturb(undefined)
  if (outcome instanceof Error && outcome !== died) throw outcome
  return lost !== 'before commit'
}

export const place = (lines: HeldLine[], method: PaymentMethod, lost: Lost | null = null) =>
  command(`place(${JSON.stringify(lines)}, '${method}', ${lost})`, async (model) => {
    const request = PlaceOrder.parse({ items: lines, shippingAddress: address, paymentMethod: method })
    const stored = await ask(() => checkout(request, { trusted: true }), lost)
    const strangers = (await look()).orders.filter(({ orderId }) => !model.orders.has(orderId))
    expect(strangers).toHaveLength(stored ? 1 : 0)
    for (const { orderId } of strangers) model.orders.set(orderId, newOrder(lines, method))
    await compare(model)
  })

const anyOrder = ({ orders }: Readonly<ShopModel>) => orders.size > 0

export const cancel = (nth: number, lost: Lost | null = null) =>
  command(
    `cancel(${nth}, ${lost})`,
    async (model) => {
      const [orderId, order] = nthOf([...model.orders], nth)
      const done = ask(() => cancelOrder(orderId), lost)
      if (['PENDING', 'CONFIRMED', 'PAID'].includes(order.status)) {
        if (await done) {
          order.status = 'CANCELLED'
          tell(order, 'OrderCancelled')
        }
      } else if (order.status === 'CANCELLED') await done
      else await expect(done).rejects.toThrow('can no longer be cancelled')
      await compare(model)
    },
    anyOrder,
  )

/** The parcel leaves the house. */
export const dispatch = (nth: number) =>
  command(
    `dispatch(${nth})`,
    async (model) => {
      const [orderId, order] = nthOf([...model.orders].filter(mayLeave), nth)
      await dispatchShipment((await getOrder(orderId)).shipmentId ?? '')
      order.parcel = 'DISPATCHED'
      tell(order, 'ShipmentDispatched')
      await compare(model)
    },
    ({ orders }) => [...orders].some(mayLeave),
  )

const mayLeave = ([, { status, parcel }]: [string, Expected]) => status === 'SHIPPED' && parcel === 'CREATED'

export const restock = (sku: string, onHand: number) =>
  command(`restock('${sku}', ${onHand})`, async (model) => {
    const done = updateProduct(sku, { stockQuantity: onHand })
    if (onHand < reservedOf(model, sku)) await expect(done).rejects.toThrow('reserved for orders')
    else {
      await done
      model.onHand.set(sku, onHand)
    }
    await compare(model)
  })

const anyOpen = (model: Readonly<ShopModel>) => openLanes(model).length > 0

/** Drains one lane for one module; `times` more than one: that often at once. Nothing goes wrong on our side. */
export const deliver = (nth: number, times = 1) =>
  command(
    `deliver(${nth}, ${times})`,
    async (model) => {
      const lane = nthOf(openLanes(model), nth)
      const { orderId, module, order } = lane
      const expected = expectedEnd(lane)
      if (times > 1) await Promise.all(Array.from({ length: times }, () => drainByHand(orderId, module)))
      const ended = await drainByHand(orderId, module)
      if (expected) expect(ended).toMatchObject({ state: expected })
      else if (ended !== 'died' && ended.state === 'waiting') order.waiting.add(module)
      await compare(model, lane)
    },
    anyOpen,
  )

/** How a drain of the lane must end, unless that is not to be known. */
function expectedEnd({ order, module, head }: ReturnType<typeof openLanes>[number]) {
  if (head.standing === 'DEAD') return 'parked'
  const provider = ['pm_card_down', 'pm_card_flaky', 'pm_card_lost_reply'].includes(order.method)
  if (module === 'payments' && head.event === 'OrderConfirmed' && provider) return undefined
  return order.waiting.has(module) ? undefined : 'empty'
}

/** The same, and at some point of it the process dies, the work fails, or it is refused for good. */
export const deliverWith = (nth: number, fault: Fault) =>
  command(
    `deliverWith(${nth}, ${JSON.stringify(fault)})`,
    async (model) => {
      const lane = nthOf(openLanes(model), nth)
      await drainByHand(lane.orderId, lane.module, fault)
      lane.order.waiting.add(lane.module)
      await compare(model, lane)
    },
    anyOpen,
  )

/** Drains all lanes of one module at once, as an engine does that has much to do; with a fault, something goes wrong in one. */
export const deliverAll = (nth: number, fault?: Fault) =>
  command(
    `deliverAll(${nth}, ${JSON.stringify(fault)})`,
    async (model) => {
      const { module } = nthOf(openLanes(model), nth)
      const lanes = openLanes(model).filter((lane) => lane.module === module)
      const orderIds = lanes.map(({ orderId }) => orderId)
      const ended = await drainAllByHand(orderIds, module, fault)
      for (const lane of lanes) {
        const expected = fault ? undefined : expectedEnd(lane)
        const end = ended === 'died' ? undefined : ended.get(lane.orderId)
        if (expected) expect(end).toMatchObject({ state: expected })
        else if (fault || end?.state === 'waiting') lane.order.waiting.add(module)
      }
      await compare(model, ...lanes)
    },
    anyOpen,
  )

export const deadLanes = (model: Readonly<ShopModel>) =>
  openLanes(model).filter(({ head }) => head.standing === 'DEAD')
const anyDead = (model: Readonly<ShopModel>) => deadLanes(model).length > 0

export const redrive = (nth: number) =>
  command(
    `redrive(${nth})`,
    async (model) => {
      const { orderId, order, module, head } = nthOf(deadLanes(model), nth)
      await redriveLetter({ eventId: await eventIdOf(orderId, head.sequence), module }, 'ada')
      head.standing = 'PENDING'
      order.waiting.delete(module)
      await compare(model)
    },
    anyDead,
  )

export const discard = (nth: number) =>
  command(
    `discard(${nth})`,
    async (model) => {
      const { orderId, order, module, head } = nthOf(deadLanes(model), nth)
      await discardLetter({ eventId: await eventIdOf(orderId, head.sequence), module }, 'ada', 'a test')
      head.standing = 'DISCARDED'
      order.waiting.delete(module)
      await compare(model)
    },
    anyDead,
  )

const eventIdOf = async (orderId: string, sequence: number) =>
  (await look()).deliveries.find((seen) => seen.orderId === orderId && seen.sequence === sequence)?.eventId ??
  ''

export const advance = () =>
  command('advance()', async (model) => {
    await letTimePass(HOUR_MS)
    for (const { waiting } of model.orders.values()) waiting.clear()
    await compare(model)
  })

/** Finds each lane's first delivery that is due and that nobody holds, and nothing else. */
export const sweep = () =>
  command('sweep()', async (model) => {
    const ready = (await look()).deliveries.filter(({ standing, ready }) => standing === 'PENDING' && ready)
    const due = openLanes(model).filter(({ orderId, module, head: { sequence } }) =>
      ready.some((seen) => seen.orderId === orderId && seen.module === module && seen.sequence === sequence),
    )
    expect(await sweepUp(0)).toHaveLength(due.length)
    await compare(model)
  })
