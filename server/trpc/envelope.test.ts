import { afterEach, describe, expect, it } from 'vitest'
import { settings } from '@/server/platform/settings'
import { api } from '@/server/testing/http-client'

const scale = settings().rateLimitScale

type Refused = {
  error: { json: { message: string; data: { httpStatus: number; problem: { type: string } } } }
}

const ask = (method: string, path: string, body?: unknown, headers?: Record<string, string>) =>
  api<Refused>(method, `/api/trpc/${path}`, body, headers)

describe('what is refused before a procedure is asked', () => {
  afterEach(() => {
    settings().rateLimitScale = scale
  })

  it.each([
    [
      'a page of another site',
      403,
      '/problems/cross-site',
      'orders.place',
      '{}',
      { 'sec-fetch-site': 'cross-site' },
    ],
    [
      'a body that is too large',
      413,
      '/problems/body-too-large',
      'orders.place',
      ' '.repeat(70_000),
      undefined,
    ],
    [
      'a body that is nested too deep',
      400,
      '/problems/validation',
      'orders.place',
      '['.repeat(30),
      undefined,
    ],
    [
      'a body that is no JSON',
      415,
      '/problems/unsupported-media-type',
      'orders.place',
      'a=b',
      { 'content-type': 'text/plain' },
    ],
  ])('is told as screens read it: %s', async (_, status, type, path, body, headers) => {
    const answer = await ask('POST', path, body, headers)
    expect(answer.status).toBe(status)
    expect(answer.body.error.json.data).toMatchObject({ httpStatus: status, problem: { type } })
    expect(answer.body.error.json.message).toMatch(/\w/)
  })

  it('counts each call of a batch, as what the dearest costs', async () => {
    settings().rateLimitScale = 0.1
    const batch = (...names: string[]) => ask('POST', `${names.join(',')}?batch=1`, '{}')
    const first = await batch('orders.byId', 'orders.place', 'orders.place')
    expect(first.headers.get('ratelimit')).toBe('"order";r=3;t=60')
    const second = await batch('orders.place', 'orders.place', 'orders.place', 'orders.place')
    expect(second.status).toBe(429)
    expect(second.headers.get('retry-after')).toBe('60')
    expect(second.body.error.json.data.problem.type).toBe('/problems/too-many-requests')
  })

  it('is a batch of more than any screen asks for', async () => {
    const names = Array.from({ length: 31 }, () => 'catalogue.list').join(',')
    const { status, body } = await ask('GET', `${names}?batch=1`)
    expect(status).toBe(400)
    expect(body.error.json.data.httpStatus).toBe(400)
  })
})
