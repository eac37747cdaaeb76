import { boot } from '@/server/boot'
import { checkout, PlaceOrder } from '@/server/checkout'
import { newId } from '@/server/kernel/id'
import { CreateProduct, createProduct } from '@/server/modules/inventory'
import { closeDatabase } from '@/server/platform/database/connect'
import { follow, START } from '@/server/platform/follow'

export const address = {
  name: 'A. Customer',
  street: '14 Example Street',
  city: 'Amsterdam',
  postalCode: '1012 AB',
  country: 'NL',
}

export const HUGE_STOCK = 1_000_000

const sku = 'BENCH'

/** One product, of which there is enough for everybody. */
export const stockUp = () =>
  createProduct(CreateProduct.parse({ sku, name: 'Benchmark', price: 12.5, stockQuantity: HUGE_STOCK }))

/** As a new customer would, from a browser and an address of his own. */
export const place = () =>
  checkout(PlaceOrder.parse({ items: [{ sku, quantity: 1 }], shippingAddress: address }), {
    browser: { hash: newId() },
    origin: newId(),
    trusted: false,
  })

/** The shop as it is, in this process: `buy` resolves when the order that it placed is SHIPPED. */
export async function openShop() {
  const { stop } = await boot()
  await stockUp()
  const shipped = followShipped()
  return {
    buy: async () => {
      const { orderId } = await place()
      await shipped.arrival(orderId)
    },
    close: async () => {
      await shipped.stop()
      await stop()
      await closeDatabase()
    },
  }
}

/** One reader for all orders, as one live view is: a reader for each would measure the readers. */
function followShipped() {
  const arrivals = new Map<string, Arrival>()
  const arrivalOf = (orderId: string) => {
    const arrival = arrivals.get(orderId) ?? newArrival()
    arrivals.set(orderId, arrival)
    return arrival
  }
  const end = new AbortController()
  // Should it fail, the rejection that nobody handles ends the process, as it should.
  const reading = (async () => {
    for await (const { event } of follow({ after: START, signal: end.signal })) {
      if (event.eventType === 'OrderShipped') arrivalOf(event.lane).resolve()
    }
  })()
  return {
    /** Also for an order that was shipped before anybody asked. */
    arrival: async (orderId: string) => {
      await arrivalOf(orderId).promise
      arrivals.delete(orderId)
    },
    stop: () => {
      end.abort()
      return reading
    },
  }
}

type Arrival = ReturnType<typeof newArrival>

function newArrival() {
  let resolve = () => {}
  const promise = new Promise<void>((done) => {
    resolve = done
  })
  return { promise, resolve }
}
