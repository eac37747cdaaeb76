import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { createTRPCClient, httpLink } from '@trpc/client'
import superjson from 'superjson'
import type { PaymentMethod } from '@/server/modules/payments'
import type { Key } from '@/server/platform/deliveries'
import type { AppRouter } from '@/server/trpc/router'
import { address } from '../orders'
import { type Admin, keyFrom } from '../way-in'
import type { Fleet } from './fleet'
import type { Random } from './random'

export type Purchase = { items: { sku: string; quantity: number }[]; paymentMethod?: PaymentMethod }

type Answer = { status: number; headers: Headers; body: Record<string, unknown> }

/** How long a customer waits for an answer before asking another process. */
const PATIENCE_MS = 3_000
const AGAIN_AFTER_MS = 50
/** After so long without a yes or a no something is wrong that no customer can mend. */
const GIVE_UP_MS = 90_000
/** How many letters the desk takes at once. */
const REDRIVE_LIMIT = 200

/**
 * The shop as customers see it: they ask whichever process, over HTTP, and ask again under the same idempotency key
 * until they have an answer. What they were promised is kept for the proof.
 */
export function openShop(fleet: Fleet, random: Random, admin: Admin) {
  /** By the order's id: what each 201 was for. */
  const sold = new Map<string, Purchase>()
  let asked = 0
  let lastAnswerAt = 0

  /** Asks until somebody answers with anything but "not now". */
  async function ask(path: string, body: object, headers: Record<string, string> = {}): Promise<Answer> {
    for (const until = Date.now() + GIVE_UP_MS; ; await wait(AGAIN_AFTER_MS)) {
      const { origin } = await fleet.any()
      const answer = await post(new URL(path, origin), body, headers).catch((error) => {
        if (Date.now() > until) throw new Error(`POST ${path} was never answered: ${error.cause ?? error}`)
      })
      if (answer && !isNotNow(answer)) {
        lastAnswerAt = Date.now()
        return answer
      }
      if (answer && Date.now() > until) throw new Error(`POST ${path} is still answered ${answer.status}`)
    }
  }

  /** What the desk does is done with a key, which is made when it is first needed. */
  let desk: Promise<Record<string, string>> | undefined
  function withKey() {
    desk ??= keyFrom('', admin, {
      name: 'Campaign',
      post: async (path, body, cookie) => {
        const {
          status,
          headers,
          body: said,
        } = await ask(path, body, cookie ? { cookie, 'sec-fetch-site': 'same-origin' } : {})
        return new Response(JSON.stringify(said), { status, headers })
      },
    }).then(({ key }) => ({ authorization: `Bearer ${key}` }))
    return desk
  }

  async function buy(purchase: Purchase): Promise<string> {
    asked++
    const key = { 'idempotency-key': randomUUID() }
    const answer = await ask('/api/orders', { ...purchase, shippingAddress: address }, key)
    const { orderId } = expectStatus(answer, 201)
    sold.set(String(orderId), purchase)
    return String(orderId)
  }

  return {
    sold: sold as ReadonlyMap<string, Purchase>,
    /** How many purchases were asked for: each makes one order, however often it had to be asked. */
    asked: () => asked,
    lastAnswerAt: () => lastAnswerAt,
    buy,
    /** So many purchases, by so many customers, each of whom asks for the next when the last is answered. */
    async crowd(count: number, customers: number, purchase: () => Purchase): Promise<string[]> {
      const bought: string[] = []
      let left = count
      const customer = async () => {
        while (left-- > 0) bought.push(await buy(purchase()))
      }
      await Promise.all(Array.from({ length: customers }, customer))
      return bought
    },
    /** So many customers buy one thing after the other for as long as the trouble lasts. */
    async throughout(trouble: Promise<unknown>, customers: number, purchase: () => Purchase): Promise<void> {
      let over = false
      const end = trouble.finally(() => {
        over = true
      })
      const customer = async () => {
        while (!over) await buy(purchase())
      }
      await Promise.all([end, ...Array.from({ length: customers }, customer)])
    },
    /** Answers whether it was cancelled; false when it was too late. */
    async cancel(orderId: string): Promise<boolean> {
      const answer = await ask(`/api/orders/${orderId}/cancel`, {}, await withKey())
      return answer.status === 409 ? false : Boolean(expectStatus(answer, 200))
    },
    /** A product of the case's own. */
    async stock(quantity: number): Promise<string> {
      const sku = `C-${random.int(0, 2 ** 31 - 1).toString(36)}-${random.int(0, 999)}`.toUpperCase()
      const product = { sku, name: `Campaign ${sku}`, price: 12.5, stockQuantity: quantity }
      expectStatus(await ask('/api/inventory/products', product, await withKey()), 201)
      return sku
    },
    /** Redrives dead letters as the desk does. */
    async redrive(letters: Key[]) {
      const { origin } = await fleet.any()
      const desk = createTRPCClient<AppRouter>({
        links: [httpLink({ url: `${origin}/api/trpc`, transformer: superjson, headers: await withKey() })],
      })
      for (let first = 0; first < letters.length; first += REDRIVE_LIMIT)
        await desk.deadLetters.redrive.mutate({ letters: letters.slice(first, first + REDRIVE_LIMIT) })
    },
  }
}

async function post(url: URL, body: object, headers: Record<string, string>): Promise<Answer> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(PATIENCE_MS),
  })
  return { status: response.status, headers: response.headers, body: await response.json() }
}

/** The database is away, something went wrong, or the same request is still under way. */
const isNotNow = ({ status, body }: Answer) =>
  status >= 500 || (status === 409 && body.type === '/problems/request-in-progress')

function expectStatus({ status, body }: Answer, expected: number) {
  if (status === expected) return body
  throw new Error(
    `The shop answered ${status} instead of ${expected}: ${body.detail ?? JSON.stringify(body)}`,
  )
}
