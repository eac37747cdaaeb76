import fc from 'fast-check'
import { methods } from '../../doors'
import type { Class } from '../classes'
import type { Case } from '../judge'
import type { Stage } from '../stage'
import { hostileText, loaded } from '../values'

const encode = (text: string) => encodeURIComponent(text.toWellFormed())

/** What no one can decode, or what leads somewhere else when it is. */
const badlyEncoded = [
  '%',
  '%zz',
  '%E0%A4%A',
  '%c0%af',
  '%ff',
  '%00',
  '..%2f..%2f',
  '%2e%2e%2fkeys',
  '%252e%252e',
  '.;/',
]

const shops = ['/', '/cart', '/checkout', '/orders', '/sign-in', '/nothing-here']
const desks = [
  '',
  '/orders',
  '/inventory',
  '/payments',
  '/shipments',
  '/events',
  '/dead-letters',
  '/proof',
  '/nothing-here',
]
const params = [
  'q',
  'category',
  'sort',
  'status',
  'text',
  'from',
  'to',
  'cursor',
  'limit',
  'order',
  'next',
  'open',
  'view',
  '__proto__',
]

export function pathClasses(stage: Stage): Class[] {
  const withId = stage.doors.filter(
    ({ path, rule }) => path.includes('[') && !path.includes('trpc') && rule !== 'inngest',
  )
  const aDoor = fc.constantFrom(...withId)
  const lists = stage.doors.filter(
    ({ method, path, rule }) => method === 'GET' && !path.includes('[') && rule !== 'inngest',
  )
  /** What is wrong is to be the id alone. */
  const bodyOf = ({ takes }: (typeof withId)[number]) =>
    takes?.such && !takes.optional ? JSON.stringify(takes.such(stage.known)) : undefined
  const aParam = fc
    .tuple(fc.constantFrom(...params), fc.oneof(hostileText.map(encode), fc.constantFrom(...badlyEncoded)))
    .map(([name, value]) => `${name}=${value}`)
  const aQuery = fc.array(aParam, { minLength: 1, maxLength: 4 }).map((all) => all.join('&'))
  const absent = [...new Set(stage.doors.map(({ at }) => at))].flatMap((at) => {
    const there = stage.doors.filter((door) => door.at === at).map(({ method }) => method)
    return [...methods, 'FOO', 'PROPFIND', 'TRACE']
      .filter((method) => !there.includes(method))
      .map((method) => ({ method, at }))
  })

  return [
    {
      name: 'Ids that nothing has, of whatever form',
      share: 120,
      cases: fc
        .tuple(aDoor, fc.oneof(hostileText.map(encode), fc.constantFrom(...badlyEncoded)))
        .map(([door, id]): Case => {
          const path = door.path.replace(/\[\w+\]/, id)
          const body = bodyOf(door)
          return {
            method: door.method,
            path,
            ...(body && { body }),
            headers: { ...stage.insider(door.rule), ...(body && { 'content-type': 'application/json' }) },
            right: path.length > 7_900 ? [414, 431] : [404, 400, ...elsewhere(id), ...mayBeThere(door.path)],
          }
        }),
    },
    {
      name: 'Queries of lists: unknown, unreadable, too long',
      share: 80,
      cases: fc.tuple(fc.constantFrom(...lists), aQuery).map(([door, query]): Case => {
        const path = `${door.at}?${query}`
        return {
          method: 'GET',
          path,
          headers: stage.insider(door.rule),
          right: path.length > 7_900 ? [414, 431] : [200, 400, 404],
        }
      }),
    },
    {
      name: 'Methods that a path does not have',
      share: 40,
      cases: fc.constantFrom(...absent).map(({ method, at }) => ({
        method,
        path: at,
        headers: stage.key,
        // What is no method of its own Next itself refuses.
        right: methods.includes(method as 'GET') ? [at.includes('fault-lab') ? 404 : 405] : [400],
      })),
    },
    {
      name: 'Paths that lead nowhere, or somewhere by a detour',
      share: 40,
      cases: fc
        .tuple(
          fc.constantFrom(
            '/api/',
            '/api/keys/',
            '/api//',
            '/api/./',
            '/API/',
            '/api/orders/x/',
            '/_next/',
            '/products/',
          ),
          fc.oneof(
            hostileText.map(encode),
            fc.constantFrom(...badlyEncoded),
            fc.constantFrom(...loaded.map(encode)),
          ),
        )
        .map(([start, rest]): Case => {
          const path = `${start}${rest}`
          const right = [404, 400, 308, 405, 401, 200]
          return { method: 'GET', path, right: path.length > 7_900 ? [...right, 414, 431] : right }
        }),
    },
    {
      name: 'Pages, with whatever stands in their address',
      share: 60,
      cases: fc
        .tuple(
          fc.oneof(
            fc.constantFrom(...shops),
            fc.constantFrom(...desks).map((path) => `/admin${path}`),
            fc
              .tuple(
                fc.constantFrom('/products/', '/orders/', '/admin/orders/', '/admin/inventory/'),
                hostileText,
              )
              .map(([page, text]) => page + encode(text)),
          ),
          aQuery,
          fc.boolean(),
        )
        .map(([page, query, known]): Case => {
          const path = `${page}?${query}`
          return {
            method: 'GET',
            path,
            headers: known ? stage.boss : {},
            right: path.length > 15_000 ? [431] : [200, 307, 308, 404, 400],
            withinMs: 2_000,
          }
        }),
    },
    {
      name: 'What tRPC does not know',
      share: 60,
      cases: aStrangeCall(stage),
    },
  ]
}

/** A product may have been made by that very name before. */
const mayBeThere = (path: string) => (path.includes('[sku]') ? [200] : [])

/** An id that is nothing, or a step elsewhere, makes another path of it. */
const elsewhere = (id: string) =>
  /^(%20|%09|%0A|\.|%2e)*$/i.test(id) || /[./;]|%2f|%5c/i.test(id) ? [200, 308, 405] : []

function aStrangeCall(stage: Stage): fc.Arbitrary<Case> {
  const queries = stage.procedures.filter(({ type }) => type === 'query').map(({ name }) => name)
  const mutations = stage.procedures.filter(({ type }) => type === 'mutation').map(({ name }) => name)
  const headers = { ...stage.key, 'content-type': 'application/json' }
  const get = (path: string, right: number[]): Case => ({
    method: 'GET',
    path: `/api/trpc/${path}`,
    headers,
    right,
  })
  const post = (path: string, body: string, right: number[]): Case => ({
    method: 'POST',
    path: `/api/trpc/${path}`,
    headers,
    body,
    right,
  })
  return fc.oneof(
    hostileText.map((name) => {
      const path = `/api/trpc/${encode(name)}`
      return { method: 'GET', path, headers, right: path.length > 7_900 ? [414, 431] : [404, 400, 308, 200] }
    }),
    fc.constantFrom(...mutations).map((name) => get(name, [405])),
    fc.constantFrom(...queries).map((name) => post(name, '{}', [405])),
    fc
      .constantFrom(
        'orders',
        'orders.',
        '.orders',
        'orders.list.list',
        '__proto__',
        'constructor',
        'orders.__proto__',
        'orders.constructor',
      )
      .map((name) => get(name, [404])),
    hostileText.map((text) => get(`orders.list?input=${encode(text.slice(0, 500))}`, [400, 200])),
    hostileText.map((text) =>
      get(`orders.list,orders.list?batch=1&input=${encode(text.slice(0, 500))}`, [400, 200, 207]),
    ),
    fc
      .constantFrom(
        '{}',
        '[]',
        '0',
        'null',
        '{"0":1}',
        '{"0":{"json":null}}',
        '{"-1":{}}',
        '{"__proto__":{}}',
      )
      .map((input) => get(`orders.byId,orders.list?batch=1&input=${encode(input)}`, [400, 207, 200, 404])),
    fc
      .integer({ min: 31, max: 400 })
      .map((many) => get(`${Array(many).fill('pulse').join(',')}?batch=1`, [400])),
    hostileText.map((cursor) =>
      // A stream that is refused has begun already: it says so as its first event.
      ({
        ...get(
          `events.follow?input=${encode(JSON.stringify({ json: { lastEventId: cursor.slice(0, 500), extra: 1 } }))}`,
          [200],
        ),
        says: '"httpStatus":400',
      }),
    ),
  )
}
