import { describe, expect, it, onTestFinished, vi } from 'vitest'
import type { listAudit } from '@/server/access/audit-queries'
import { catchUp } from '@/server/analytics'
import { as, screensAs } from '@/server/testing/callers'
import { faultsIn, problemIn } from '@/server/testing/http-client'
import { aProduct, order } from '@/server/testing/orders'
import { settled } from '@/server/testing/stories'

type Model = { name: string; live: { generation: number }; rebuild?: { status: string; compared: unknown } }
type Audited = Awaited<ReturnType<typeof listAudit>>['items']

const api = as('operator')
const rebuilding = '/api/analytics/revenue-per-day/rebuild'

const take = async (step: string) => {
  const { status, body, text } = await api<Model>('POST', rebuilding, { step })
  expect(status, text).toBe(200)
  return body
}

describe('the figures of a read model', () => {
  it('are those of the stretch of time that is asked for', async () => {
    const { sku } = await aProduct(5)
    await settled(await order({ sku, quantity: 2 }))
    const asked = () =>
      api<{ items: { sku: string; units: number }[] }>('GET', '/api/analytics/units-per-sku?by=range')
    await vi.waitFor(
      async () => {
        await catchUp()
        expect((await asked()).body.items).toContainEqual(expect.objectContaining({ sku, units: 2 }))
      },
      { timeout: 10_000 },
    )
    const before = await api<{ items: unknown[] }>(
      'GET',
      '/api/analytics/units-per-sku?from=2020-01-01&to=2020-02-01',
    )
    expect(before.body.items).toEqual([])
  })

  it.each([
    ['from=2026-02-01&to=2026-01-01', '/from'],
    ['from=2024-01-01&to=2026-01-01', '/from'],
    ['by=week', '/by'],
    ['since=2026-01-01', '/since'],
  ])('are refused for %s, by the name of what is wrong', async (query, pointer) => {
    expect(faultsIn(await api('GET', `/api/analytics/orders-per-hour?${query}`))).toEqual([pointer])
  })

  it('by the hour are refused where they are kept by the day', async () => {
    const answer = await api('GET', '/api/analytics/units-per-sku?by=hour')
    expect(problemIn(answer, 422).detail).toContain('kept by the day')
  })

  it('of a model that does not exist are not there', async () => {
    problemIn(await api('GET', '/api/analytics/nothing'), 404)
  })

  it('are the same on the desk, for as long as is chosen', async () => {
    const desk = await screensAs('viewer')
    for (const [stretch, many] of [
      ['24h', 24],
      ['7d', 7],
      ['90d', 90],
    ] as const) {
      const { orders, endings, behind } = await desk.analytics.figures({ stretch })
      expect(orders).toHaveLength(many)
      expect(orders.at(-1)?.orders).toBeGreaterThan(0)
      expect(endings.at(-1)?.ended).toBeGreaterThan(0)
      expect(Object.keys(behind)).toHaveLength(5)
    }
  })
})

describe('a rebuild', () => {
  it('goes step by step, and who took each is in the audit trail', async () => {
    onTestFinished(() => void api('POST', rebuilding, { step: 'cancel' }))
    const { live, rebuild } = await take('begin')
    expect(rebuild).toMatchObject({ generation: live.generation + 1 })
    expect(problemIn(await api('POST', rebuilding), 409).type).toBe('/problems/rebuild-under-way')
    await vi.waitFor(
      async () => {
        await catchUp()
        expect((await api<Model['rebuild']>('GET', rebuilding)).body).toMatchObject({ status: 'READY' })
      },
      { timeout: 10_000 },
    )
    expect((await take('compare')).rebuild).toMatchObject({ compared: { different: 0 } })
    const swapped = await take('swap')
    expect(swapped).toMatchObject({ live: { generation: live.generation + 1 } })
    expect(swapped.rebuild).toBeUndefined()
    expect(problemIn(await api('POST', rebuilding, { step: 'swap' }), 409).type).toBe('/problems/no-rebuild')
    problemIn(await api('GET', rebuilding), 404)

    const trail = (await as('admin')<Audited>('GET', '/api/audit?target=read-model/revenue-per-day&limit=2'))
      .body
    expect(trail).toMatchObject([
      {
        action: 'analytics.swap',
        before: { generation: live.generation },
        after: { generation: live.generation + 1, different: 0 },
        who: { kind: 'staff', name: 'operator' },
      },
      { action: 'analytics.rebuild', after: { generation: live.generation + 1 } },
    ])
  })

  it('is not for those who may only look', async () => {
    expect(problemIn(await as('viewer')('POST', rebuilding), 403).permission).toBe('analytics:write')
    problemIn(await as(['analytics:read'])('POST', rebuilding), 403)
    expect((await as(['analytics:read'])('GET', '/api/analytics')).status).toBe(200)
  })
})
