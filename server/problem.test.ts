import { afterEach, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { log } from '@/server/platform/log'
import { conflict, invalid, notFound, unprocessable } from './kernel/errors'
import { HttpRefusal, problemOf } from './problem'

const coded = (code: string, message = 'raw') => Object.assign(new Error(message), { code })

describe('a problem document', () => {
  afterEach(() => vi.restoreAllMocks())

  it.each([
    [invalid('no'), 400, '/problems/validation'],
    [notFound('Order', '7'), 404, '/problems/not-found'],
    [conflict('no'), 409, '/problems/conflict'],
    [unprocessable('no'), 422, '/problems/unprocessable'],
    [new HttpRefusal(400, 'no'), 400, '/problems/validation'],
    [new HttpRefusal(404, 'no'), 404, '/problems/not-found'],
    [new HttpRefusal(405, 'no'), 405, '/problems/method-not-allowed'],
    [new HttpRefusal(413, 'no'), 413, '/problems/body-too-large'],
    [new HttpRefusal(415, 'no'), 415, '/problems/unsupported-media-type'],
    [coded('ECONNREFUSED'), 503, '/problems/unavailable'],
  ])('says of %s that it is a %i', (error, status, type) => {
    const problem = problemOf(error)
    expect(problem).toEqual({
      type,
      title: expect.stringMatching(/\w/),
      status,
      detail: expect.stringMatching(/\w/),
      error: problem.detail,
    })
  })

  it('has the kind, the faults and the further members of a refusal', () => {
    const errors = [{ pointer: '/items/0', detail: 'is odd' }]
    const problem = problemOf(conflict('no', { kind: 'price-changed', errors, extra: { items: [1] } }))
    expect(problem).toMatchObject({
      type: '/problems/price-changed',
      status: 409,
      detail: 'no',
      errors,
      items: [1],
    })
  })

  it('is not overruled by those further members', () => {
    const extra = { type: 'x', title: 'x', status: 'SHIPPED', detail: 'x', error: 'x' }
    expect(problemOf(conflict('no', { extra }))).toMatchObject({
      type: '/problems/conflict',
      status: 409,
      detail: 'no',
      error: 'no',
    })
  })

  it('points at each fault of a request, as RFC 6901 wants it', () => {
    const schema = z.strictObject({ list: z.array(z.strictObject({ n: z.number() })) })
    const { error } = schema.safeParse({ list: [{ n: 1 }, { n: 'x', 'a/b': 1, 'c~d': 1 }], more: 1 })
    const problem = problemOf(error)
    expect(problem.status).toBe(400)
    expect(problem.errors?.map(({ pointer }) => pointer)).toEqual([
      '/list/1/n',
      '/list/1/a~1b',
      '/list/1/c~0d',
      '/more',
    ])
    for (const { pointer, detail } of problem.errors ?? [])
      expect(problem.detail).toContain(`${pointer}: ${detail}`)
  })

  it.each([
    new Error('syntax error at or near "select" in orders.orders'),
    new TypeError('Cannot read properties of undefined'),
    coded('22021', 'invalid byte sequence for encoding "UTF8": 0x00'),
    'a string',
    null,
    undefined,
  ])('tells nobody what nobody expected, but logs it once: %s', (error) => {
    const logged = vi.spyOn(log, 'error').mockImplementation(() => {})
    const problem = problemOf(error)
    expect(problem).toMatchObject({ type: '/problems/internal', status: 500 })
    if (error instanceof Error) expect(JSON.stringify(problem)).not.toContain(error.message)
    expect(logged.mock.calls).toEqual([[{ error }, 'A request failed']])
  })

  it.each(['08006', '40001', '40P01', '53300', '57P01', 'ECONNRESET'])(
    'says "not now" when the database is at fault, however deep that stands: %s',
    (code) => {
      const problem = problemOf(new Error('Failed query', { cause: coded(code, 'secret') }))
      expect(problem.status).toBe(503)
      expect(JSON.stringify(problem)).not.toContain('secret')
    },
  )
})
