/*
 * The shop that tells: the real boot in a process of its own. It sells so much, waits until nothing is left to tell, and
 * answers what should have been told to whom, for the campaign to hold against what was heard.
 */
import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { boot } from '@/server/boot'
import { connected, db } from '@/server/platform/database/connect'
import { deliveryStatus } from '@/server/platform/delivery-status'
import { createEndpoint, pauseEndpoint, resumeEndpoint } from '@/server/webhooks/endpoints'
import { listEndpoints } from '@/server/webhooks/queries'
import { resendFailed } from '@/server/webhooks/resend'
import { answerParent } from '../bench/child'
import { place, stockUp } from '../bench/shop'
import { byKey } from '../by-key'

export type Question = {
  orders: number
  /** Whether they are told only when all is sold: then it is the telling that is measured. */
  afterwards: boolean
  endpoints: { name: string; url: string; filters: string[]; ordered: boolean; sick?: true }[]
}

export type Told = {
  database: string
  secrets: Record<string, string>
  events: { eventId: string; eventType: string; lane: string; sequence: number; at: number }[]
  /** By endpoint: what was given up, and after how many tries each, before the sick recovered. */
  givenUp: Record<string, number[]>
  /** From the first moment on which something could be told to the last that was. */
  seconds: number
}

const CUSTOMERS = 10
const LIMIT_MS = 900_000

await answerParent(async ({ orders, afterwards, endpoints }: Question): Promise<Told> => {
  await boot()
  await stockUp()
  return byKey(async () => {
    const made = new Map<string, { id: string; secret: string }>()
    for (const { sick: _, ...asked } of endpoints) made.set(asked.name, await createEndpoint(asked))
    const ids = [...made.values()].map(({ id }) => id)
    if (afterwards) for (const id of ids) await pauseEndpoint(id)
    let begun = performance.now()
    await sell(orders)
    if (afterwards) {
      begun = performance.now()
      for (const id of ids) await resumeEndpoint(id)
    }
    await quiet()
    const seconds = (performance.now() - begun) / 1_000
    const givenUp = Object.fromEntries(
      await Promise.all([...made].map(async ([name, { id }]) => [name, await triesOfGivenUp(id)] as const)),
    )
    for (const { name, url } of endpoints.filter(({ sick }) => sick)) {
      await fetch(`${url}/recover`)
      await resendFailed(made.get(name)?.id ?? '', { since: new Date(0) })
    }
    await quiet()
    return {
      database: connected().name,
      secrets: Object.fromEntries([...made].map(([name, { secret }]) => [name, secret])),
      events: await eventsOfOrders(),
      givenUp,
      seconds,
    }
  })
})

async function sell(orders: number) {
  let left = orders
  const customer = async () => {
    while (left-- > 0) await place()
  }
  await Promise.all(Array.from({ length: CUSTOMERS }, customer))
  while ((await deliveryStatus()).waiting > 0) await wait(20)
}

/** Until all that is in the log was handed out, and nothing of it waits. Whoever was told that its receiver is gone goes on. */
async function quiet() {
  for (const until = Date.now() + LIMIT_MS; Date.now() < until; await wait(100)) {
    for (const { id, status } of await listEndpoints()) if (status === 'DISABLED') await resumeEndpoint(id)
    const { rows } = (await db().execute(sql`
      select exists (select from log.deliveries where module like 'webhook:%' and status in ('PENDING', 'HELD'))
        or exists (select from webhooks.endpoints e where (e.xid, e.position) < (
          select xid, position from log.events order by xid desc, position desc limit 1)) as busy
    `)) as unknown as { rows: [{ busy: boolean }] }
    if (!rows[0].busy) return
  }
  throw new Error(`There is still something to tell after ${LIMIT_MS / 1_000} s`)
}

async function triesOfGivenUp(id: string): Promise<number[]> {
  const { rows } = (await db().execute(sql`
    select attempts from log.deliveries where module = ${`webhook:${id}`} and status = 'GIVEN_UP'
  `)) as unknown as { rows: { attempts: number }[] }
  return rows.map(({ attempts }) => attempts)
}

async function eventsOfOrders(): Promise<Told['events']> {
  const { rows } = (await db().execute(sql`
    select event_id as "eventId", event_type as "eventType", lane, sequence,
      (extract(epoch from occurred_at) * 1000)::float8 as at
    from log.events where payload ? 'orderId'
  `)) as unknown as { rows: Told['events'] }
  return rows
}
