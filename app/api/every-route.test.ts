import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '@/server/kernel/id'
import { removeAllRules } from '@/server/platform/fault-lab/rules'
import { settings } from '@/server/platform/settings'
import { as } from '@/server/testing/callers'
import { methods, routes } from '@/server/testing/doors'
import { faultsIn, problemIn } from '@/server/testing/http-client'
import { address, aProduct, order } from '@/server/testing/orders'

const api = as('admin')

/** What the REST API can do. tRPC and Inngest speak protocols of their own. */
const calls: Record<string, string[]> = {
  '/api/health': ['GET'],
  '/api/health/alive': ['GET'],
  '/api/inventory/products': ['GET', 'POST'],
  '/api/inventory/products/:id': ['GET', 'PATCH'],
  '/api/orders': ['GET', 'POST'],
  '/api/orders/:id': ['GET'],
  '/api/orders/:id/cancel': ['POST'],
  '/api/events': ['GET'],
  '/api/events/export': ['GET'],
  '/api/events/:id': ['GET'],
  '/api/shipments/:id': ['GET'],
  '/api/shipments/:id/dispatch': ['POST'],
  '/api/shipments/:id/deliver': ['POST'],
  '/api/session': ['GET', 'POST', 'DELETE'],
  '/api/session/second-factor': ['POST'],
  '/api/keys': ['GET', 'POST'],
  '/api/keys/:id': ['DELETE'],
  '/api/analytics': ['GET'],
  '/api/analytics/:id': ['GET'],
  '/api/analytics/:id/rebuild': ['GET', 'POST'],
  '/api/audit': ['GET'],
  '/api/customers/erase': ['POST'],
  '/api/contract': ['GET'],
  '/api/silence': ['GET'],
  '/api/silence/:id/poke': ['POST'],
  '/api/webhooks': ['GET', 'POST'],
  '/api/webhooks/:id': ['GET', 'PATCH', 'DELETE'],
  '/api/webhooks/:id/pause': ['POST'],
  '/api/webhooks/:id/resume': ['POST'],
  '/api/webhooks/:id/rotate': ['POST'],
  '/api/webhooks/:id/end-old-secret': ['POST'],
  '/api/webhooks/:id/test': ['POST'],
  '/api/webhooks/:id/resend': ['POST'],
  '/api/webhooks/:id/deliveries': ['GET'],
  '/api/webhooks/:id/deliveries/:id/resend': ['POST'],
  '/api/backup': ['POST'],
  '/api/fault-lab/rules': ['GET', 'POST', 'DELETE'],
  '/api/fault-lab/rules/:id': ['GET', 'DELETE'],
  '/api/fault-lab/uses': ['GET'],
  '/api/openapi.json': ['GET'],
  '/metrics': ['GET'],
  '/api/asyncapi.json': ['GET'],
}

// The routes of the fault lab are there where it is on; that they are not elsewhere is a test of theirs.
beforeAll(() => {
  settings().faultLab = true
})

afterAll(async () => {
  settings().faultLab = false
  await removeAllRules()
})

const paths = Object.keys(calls)
const withId = (path: string, id: string) => path.replaceAll(':id', id)

describe('a method that a route does not have', () => {
  const absent = paths.flatMap((path) =>
    methods.filter((method) => !calls[path].includes(method)).map((method) => ({ method, path })),
  )

  it.each(absent)('is refused with 405 and what is allowed: $method $path', async ({ method, path }) => {
    const answer = await api(method, withId(path, newId()))
    expect(problemIn(answer, 405).type).toBe('/problems/method-not-allowed')
    expect(answer.headers.get('allow')).toBe(calls[path].join(', '))
  })

  it.each([
    ['PATCH', '/api/inngest', 'GET, POST, PUT'],
    ['DELETE', '/api/inngest', 'GET, POST, PUT'],
    ['PUT', '/api/trpc/orders.byId', 'GET, POST'],
    ['DELETE', '/api/trpc/orders.byId', 'GET, POST'],
  ])('is refused so where other protocols are spoken, too: %s %s', async (method, path, allowed) => {
    const answer = await api(method, path)
    problemIn(answer, 405)
    expect(answer.headers.get('allow')).toBe(allowed)
  })
})

describe('a path that does not exist', () => {
  const unknown = [
    '/api',
    '/api/nothing',
    '/api/orders/1/2/3',
    '/api/inventory',
    '/api/%00',
    '/api/orders/x/pay',
  ]
  it.each(unknown.flatMap((path) => methods.map((method) => ({ method, path }))))(
    'is a 404: $method $path',
    async ({ method, path }) => {
      const problem = problemIn(await api(method, path, method === 'GET' ? undefined : {}), 404)
      expect(problem.type).toBe('/problems/not-found')
    },
  )
})

describe('an id that nothing has', () => {
  const since = { since: '2025-11-22' }
  const ids = [
    newId(),
    '00000000-0000-0000-0000-000000000000',
    'ffffffff-ffff-ffff-ffff-ffffffffffff',
    'evt-456',
    '1',
    'null',
    '%00',
    `${newId()}%00`,
    '%01%1f',
    '%0A',
    '%20',
    '..%2F..',
    '%25',
    "'%20or%201=1--",
    '__proto__',
    'constructor',
    '%F0%9F%9A%80',
    'x'.repeat(5_000),
  ]
  const asked = paths
    .filter((path) => path.includes(':id'))
    .flatMap((path) => calls[path].map((method) => ({ method, path })))

  it.each(asked)('is a 404: $method $path', async ({ method, path }) => {
    for (const id of ids) {
      if (path.length + 2 * id.length > 8_000 && path.split(':id').length > 2) continue
      const body = method === 'PATCH' ? { name: 'New' } : path.endsWith('/:id/resend') ? since : undefined
      problemIn(await api(method, withId(path, id), body), 404)
    }
  })
})

describe('a body', () => {
  const valid = { items: [{ sku: 'NONE', quantity: 1 }], shippingAddress: address }
  const product = { sku: 'NONE', name: 'None', price: 1 }
  const takers = [
    { method: 'POST', path: '/api/orders', body: valid },
    { method: 'POST', path: '/api/inventory/products', body: product },
    { method: 'PATCH', path: '/api/inventory/products/NONE', body: { name: 'New' } },
    { method: 'POST', path: `/api/orders/${newId()}/cancel`, body: { reason: 'No' } },
    { method: 'POST', path: '/api/session', body: { email: 'a@tiny-store.example', password: 'wrong' } },
    { method: 'POST', path: '/api/session/second-factor', body: { code: '000000' } },
    { method: 'POST', path: '/api/analytics/none/rebuild', body: { step: 'begin' } },
    { method: 'POST', path: '/api/keys', body: { name: 'Test', scopes: ['orders:read'] } },
    { method: 'POST', path: '/api/webhooks', body: { name: 'x', url: 'https://a.example', filters: ['*'] } },
    { method: 'PATCH', path: `/api/webhooks/${newId()}`, body: { name: 'New' } },
    { method: 'POST', path: `/api/webhooks/${newId()}/resend`, body: { since: '2025-11-22' } },
    { method: 'POST', path: '/api/customers/erase', body: { customerId: 'nobody' } },
    { method: 'POST', path: '/api/fault-lab/rules', body: { effect: 'DELAY', delayMs: 1, sku: 'NONE' } },
  ]

  describe.each(takers)('of $method $path', ({ method, path, body }) => {
    const send = (raw: unknown, headers?: Record<string, string>) => api(method, path, raw, headers)

    it.each([
      '{',
      '{"a":}',
      '{a: 1}',
      "{'a': 1}",
      '[1,',
      'undefined',
      'NaN',
      '{"a":1}{"a":1}',
      '\u0000',
      '\ufeff{}',
    ])('is refused with 400 when it is not well-formed JSON: %j', async (text) => {
      expect(problemIn(await send(text), 400).detail).toContain('well-formed')
    })

    it.each(['null', '[]', '3', '"text"', 'true', '[{}]'])(
      'is refused with 400 when it is no object: %s',
      async (text) => {
        expect(faultsIn(await send(text))).toEqual([''])
      },
    )

    it.each([
      'text/plain',
      'text/html',
      'application/x-www-form-urlencoded',
      'application/jsonp',
      'json',
      '',
    ])('is refused with 415 when it is said to be %j', async (type) => {
      problemIn(await send(JSON.stringify(body), { 'content-type': type }), 415)
    })

    it.each(['application/json; charset=utf-8', 'Application/JSON', 'application/problem+json'])(
      'is read when it is said to be %s',
      async (type) => {
        expect((await send(JSON.stringify(body), { 'content-type': type })).status).not.toBe(415)
      },
    )

    it('is refused with 413 from the first byte above 64 KB on', async () => {
      const padded = (size: number) => JSON.stringify(body).padEnd(size)
      expect((await send(padded(65_536))).status).not.toBe(413)
      problemIn(await send(padded(65_537)), 413)
      problemIn(await send(padded(1_048_576)), 413)
    })

    it('is refused with 413 by its announced length, before it is read', async () => {
      const stream = new ReadableStream(
        {
          pull() {
            throw new Error('was read')
          },
        },
        { highWaterMark: 0 },
      )
      problemIn(await send(stream, { 'content-length': '1048576' }), 413)
    })

    it('is refused with 413 when it comes in pieces and never says its length, and is read no further', async () => {
      let sent = 0
      const piece = new TextEncoder().encode(' '.repeat(1_024))
      const megabyte = new ReadableStream({
        pull(controller) {
          sent += piece.byteLength
          controller.enqueue(piece)
          if (sent >= 1_048_576) controller.close()
        },
      })
      problemIn(await send(megabyte), 413)
      expect(sent).toBeLessThan(80 * 1_024)
    })

    it('is counted in bytes, not in letters', async () => {
      problemIn(await send(`"${'€'.repeat(30_000)}"`), 413)
    })

    it('is refused with 400 when a field is unknown, whatever its name', async () => {
      for (const name of ['extra', '__proto__', 'constructor', 'toString', 'a/b', '']) {
        const text = JSON.stringify(body).replace('{', `{${JSON.stringify(name)}: {"isAdmin": true},`)
        expect(faultsIn(await send(text))).toEqual([`/${name.replace('/', '~1')}`])
      }
      expect(({} as Record<string, unknown>).isAdmin).toBeUndefined()
    })

    it('is refused, and never breaks anything, when it is nested without end', async () => {
      problemIn(await send('['.repeat(30_000) + ']'.repeat(30_000)), 400)
      problemIn(await send(`${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`), 400)
    })

    it('is never answered with a 500, whatever JSON it is', async () => {
      await fc.assert(
        fc.asyncProperty(fc.jsonValue(), async (value) => {
          expect([400, 404]).toContain((await send(JSON.stringify(value))).status)
        }),
      )
    })

    it('is never answered with a 500, whatever stands in its fields', async () => {
      const odd = fc.oneof(
        fc.jsonValue(),
        fc.string({ unit: 'binary' }),
        fc.constantFrom('\u0000', '\ud800', '', ' '),
      )
      const fields = fc.record(
        Object.fromEntries(Object.keys(body).map((field) => [field, fc.option(odd, { nil: undefined })])),
      )
      await fc.assert(
        fc.asyncProperty(fields, async (changes) => {
          const { status, text } = await send({ ...body, ...changes })
          expect(status, text).toBeLessThan(500)
        }),
      )
    })
  })
})

describe('a query', () => {
  const lists = ['/api/orders', '/api/inventory/products', '/api/events']

  it.each(lists)('of %s takes a limit, and more than the maximum as the maximum', async (path) => {
    await aProduct(1)
    await order({ sku: (await aProduct(1)).sku })
    expect((await api<unknown[]>('GET', `${path}?limit=1`)).body).toHaveLength(1)
    expect((await api('GET', `${path}?limit=500`)).status).toBe(200)
  })

  it.each(lists.flatMap((path) => ['0', '-1', '1.5', 'all', 'NaN'].map((limit) => `${path}?limit=${limit}`)))(
    'is refused with 400: %s',
    async (path) => {
      expect(faultsIn(await api('GET', path))).toEqual(['/limit'])
    },
  )

  it.each(
    lists.flatMap((path) =>
      ['nowhere', "'", '%00', '-1', '1e400'].map((cursor) => `${path}?cursor=${cursor}`),
    ),
  )('is refused with 400: %s', async (path) => {
    expect(faultsIn(await api('GET', path))).toEqual(['/cursor'])
  })

  it.each(
    lists.flatMap((path) =>
      ['colour=red', '__proto__=1', 'constructor=1'].map((filter) => `${path}?${filter}`),
    ),
  )('is refused with 400 when a filter is unknown: %s', async (path) => {
    problemIn(await api('GET', path), 400)
  })

  it.each([
    ['/api/orders', 'status', ['PENDING%00', 'pending', 'LOST', '__proto__', '%00']],
    ['/api/orders', 'customerId', ['%00', 'a%00b', '%01', 'c'.repeat(101)]],
    ['/api/inventory/products', 'status', ['active', 'SOLD', '%00']],
    ['/api/events', 'eventType', ['orderPlaced', 'Nothing', 'toString', '%00']],
    ['/api/events', 'aggregateId', ['%00', 'a%00b', 'a'.repeat(101)]],
    ['/api/events', 'orderId', ['%00', 'a%00b', 'a'.repeat(101)]],
    [
      '/api/events',
      'from',
      [
        'yesterday',
        '2025-13-01',
        '%00',
        '0000-01-01',
        '-000001-01-01T00:00:00Z',
        '%2B275760-01-01T00:00:00Z',
      ],
    ],
    [
      '/api/events',
      'to',
      [
        'later',
        '2025-02-30T25:00:00Z',
        '%00',
        '0000-12-31',
        '-000001-01-01T00:00:00Z',
        '9999-12-31T23:00:00-02:00',
      ],
    ],
    ['/api/events', 'order', ['up', 'ASC', '%00']],
  ])('of %s is refused with 400 when %s is unknown', async (path, filter, values) => {
    for (const value of values)
      expect(faultsIn(await api('GET', `${path}?${filter}=${value}`)), value).toEqual([`/${filter}`])
  })

  it.each(lists)('of %s takes an empty filter as none', async (path) => {
    expect((await api('GET', `${path}?limit=&cursor=`)).status).toBe(200)
  })

  it.each(lists)('of %s is never answered with a 500, whatever it is', async (path) => {
    const names = [
      'status',
      'customerId',
      'eventType',
      'aggregateId',
      'orderId',
      'from',
      'to',
      'order',
      'cursor',
      'limit',
    ]
    const query = fc.array(fc.tuple(fc.constantFrom(...names), fc.string({ unit: 'binary' })), {
      maxLength: 3,
    })
    await fc.assert(
      fc.asyncProperty(query, async (query) => {
        const { status, text } = await api('GET', `${path}?${new URLSearchParams(query)}`)
        expect(status, text).toBeLessThan(500)
      }),
    )
  })
})

describe('these tests', () => {
  it('know every route there is', () => {
    const known = paths.map((path) => path.slice(1).replaceAll(':id', '[id]'))
    const there = routes.map((folder) => folder.replaceAll(/\[\w+\]/g, '[id]'))
    const elsewhere = ['api/[[...path]]', 'api/inngest', 'api/trpc/[id]']
    expect(there.toSorted()).toEqual([...known, ...elsewhere].toSorted())
  })
})
