import { sql } from 'drizzle-orm'
import { NextRequest } from 'next/server'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { version } from '@/package.json'
import { db } from '@/server/platform/database/connect'
import { log } from '@/server/platform/log'
import { takeRoad } from '@/server/platform/pokes'
import { processWide } from '@/server/platform/process-wide'
import { api } from '@/server/testing/http-client'
import { aProduct, order } from '@/server/testing/orders'

const database = processWide<unknown>('database')

describe('health', () => {
  const left: string[] = []
  afterEach(async () => {
    vi.restoreAllMocks()
    // What stands still here is to hold nobody up: it is taken back.
    for (const orderId of left.splice(0)) {
      await db().execute(sql`delete from log.deliveries where lane = ${orderId}`)
      await db().execute(sql`update orders.orders set status = 'CANCELLED' where id = ${orderId}`)
    }
  })

  it('says how the system is, and what it runs on', async () => {
    const { status, body } = await api('GET', '/api/health')
    expect(status).toBe(200)
    expect(body).toEqual({
      status: body.deadLetters === 0 ? 'ok' : 'degraded',
      reasons: [],
      database: expect.stringMatching(/Postgres/),
      engine: process.env.ROAD === 'inngest' ? 'inngest' : 'embedded',
      oldestDueSeconds: expect.any(Number),
      deadLetters: expect.any(Number),
      version,
    })
  })

  it('is 503 and down when the database cannot be reached, and does not tell more than that', async () => {
    vi.spyOn(log, 'error').mockImplementation(() => {})
    const { GET } = await import('./route')
    const open = database.get()
    database.set(undefined)
    const answer = GET(new NextRequest('http://localhost:3000/api/health'), { params: Promise.resolve({}) })
    const response = await answer.finally(() => database.set(open))
    expect(response.status).toBe(503)
    const body = await response.json()
    expect(body).toMatchObject({ status: 'down', version })
    expect(body.reasons).toEqual(['The database cannot be reached'])
    expect(JSON.stringify(body)).not.toContain('boot()')
    // The process itself is well: who restarts it would help nobody.
    expect((await api('GET', '/api/health/alive')).status).toBe(200)
  })

  it('is 503 while a delivery has been due for more than a minute', async () => {
    const { orderId } = await anOrderDue(59)
    expect((await api('GET', '/api/health')).status).toBe(200)
    await due(orderId, 62)
    const { status, body } = await api('GET', '/api/health')
    expect(status).toBe(503)
    expect(body).toMatchObject({ status: 'down', reasons: [expect.stringMatching(/due for 6\d s/)] })
  })

  it('is 503 while an order stands still with nothing on its way', async () => {
    const { orderId } = await anOrderDue(0)
    await db().execute(sql`delete from log.deliveries where lane = ${orderId}`)
    await db().execute(
      sql`update orders.orders set updated_at = clock_timestamp() - interval '61 s' where id = ${orderId}`,
    )
    const { status, body } = await api('GET', '/api/health')
    expect(status).toBe(503)
    expect(body.reasons).toEqual([expect.stringContaining('V13')])
  })

  /** An order of which nobody has heard yet. */
  async function anOrderDue(seconds: number) {
    const { sku } = await aProduct(10)
    const road = takeRoad(undefined)
    const orderId = await order({ sku })
    takeRoad(road)
    await due(orderId, seconds)
    left.push(orderId)
    return { orderId }
  }

  /** Held by a claim, so that no sweep runs it. */
  const due = (orderId: string, seconds: number) =>
    db().execute(sql`
      update log.deliveries set next_attempt_at = clock_timestamp() - ${seconds} * interval '1 s',
        claimed_until = clock_timestamp() + interval '1 minute'
      where lane = ${orderId}`)
})
