import type { EventType } from '@/server/events'

/** As the demo needs them; REST says more. */
export type Order = {
  orderId: string
  status: string
  totalAmount: number
  currency: string
  updatedAt: string
  trackingNumber?: string
  rejectionReason?: string
  failureReason?: string
  refundedAt?: string
}

export type Event = {
  eventId: string
  eventType: EventType
  aggregateType: string
  occurredAt: string
  sequence: number
  causationId: string | null
}

type Request = { method?: string; body?: object }

const LIMIT_MS = 10_000

/** Calls for the shop at an address: with a body a POST unless said otherwise. An answer that is a problem is thrown. */
export function restAt(origin: string, key?: string) {
  async function call<T>(path: string, { body, method = body ? 'POST' : 'GET' }: Request = {}): Promise<T> {
    const response = await fetch(new URL(path, origin), {
      method,
      headers: {
        ...(body && { 'content-type': 'application/json' }),
        ...(key && { authorization: `Bearer ${key}` }),
      },
      body: body && JSON.stringify(body),
      signal: AbortSignal.timeout(LIMIT_MS),
    }).catch((error: Error) => {
      throw new Error(`${method} ${path} was not answered: ${error.cause ?? error.message}`)
    })
    const answer = await response.json().catch(() => ({ detail: 'what came is not JSON' }))
    if (!response.ok)
      throw new Error(`${method} ${path} answered ${response.status}: ${answer.detail ?? answer.error}`)
    return answer
  }

  return {
    health: () => call<{ database: string; engine: string }>('/api/health'),
    createProduct: (body: object) => call('/api/inventory/products', { body }),
    product: (sku: string) => call<{ reservedQuantity: number }>(`/api/inventory/products/${sku}`),
    retire: (sku: string) =>
      call(`/api/inventory/products/${sku}`, { method: 'PATCH', body: { status: 'INACTIVE' } }),
    placeOrder: (body: object) => call<Order>('/api/orders', { body }),
    order: (orderId: string) => call<Order>(`/api/orders/${orderId}`),
    cancel: (orderId: string, reason: string) =>
      call<Order>(`/api/orders/${orderId}/cancel`, { body: { reason } }),
    story: (orderId: string) => call<Event[]>(`/api/events?orderId=${orderId}&order=asc`),
  }
}

export type Rest = ReturnType<typeof restAt>
