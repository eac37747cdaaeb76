import { browserStore } from './browser-store'

/** An order of this browser; the token is the key to it. */
export type BrowserOrder = { orderId: string; accessToken: string }

const kept = browserStore<BrowserOrder[]>({
  key: 'tiny-store.orders',
  empty: [],
  read: (stored) => (Array.isArray(stored) ? stored.filter(isOrder) : []),
})

/** Newest first. */
export const useBrowserOrders = kept.use

export function rememberOrder({ orderId, accessToken }: BrowserOrder) {
  const others = kept.get().filter((order) => order.orderId !== orderId)
  kept.set([{ orderId, accessToken }, ...others].slice(0, 100))
}

export function forgetOrders() {
  kept.set([])
}

function isOrder(order: Partial<BrowserOrder> | null): order is BrowserOrder {
  return typeof order?.orderId === 'string' && typeof order.accessToken === 'string'
}
