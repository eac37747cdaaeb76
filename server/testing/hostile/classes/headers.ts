import fc from 'fast-check'
import type { Class } from '../classes'
import type { Case } from '../judge'
import type { Stage } from '../stage'
import { hostileText } from '../values'

/** A header takes no line breaks, and one byte a letter. */
const inHeader = (text: string) =>
  [...text]
    .map((letter) => (/[\t\x20-\x7e]/.test(letter) ? letter : `%${letter.codePointAt(0)?.toString(16)}`))
    .join('')
    .slice(0, 4_000)

const harmless = [
  'accept',
  'accept-language',
  'accept-encoding',
  'range',
  'if-none-match',
  'if-modified-since',
  'user-agent',
  'referer',
  'x-request-id',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-real-ip',
  'forwarded',
  'x-http-method-override',
  'x-original-url',
  'x-rewrite-url',
  'x-nonce',
  'x-path',
  'content-security-policy',
  'via',
  'priority',
  'traceparent',
  'last-event-id',
  'cookie',
]

/** What Next says to itself, and would like to hear from nobody else. */
const ofNext = [
  'x-middleware-subrequest',
  'x-middleware-rewrite',
  'x-middleware-next',
  'x-middleware-override-headers',
  'x-invoke-path',
  'x-invoke-status',
  'x-matched-path',
  'x-nextjs-data',
  'x-next-cache-tags',
  'x-prerender-revalidate',
  'next-router-prefetch',
  'next-router-segment-prefetch',
  'next-router-state-tree',
  'next-url',
  'next-action',
  'rsc',
  'next-html-request-id',
]

export function headerClasses(stage: Stage): Class[] {
  const aValue = hostileText.map(inHeader)
  const order = JSON.stringify({ items: [] })
  const posting = { ...stage.key, 'content-type': 'application/json' }
  return [
    {
      name: 'Headers that say anything',
      share: 80,
      cases: fc
        .tuple(
          fc.constantFrom(...harmless),
          aValue,
          fc.constantFrom('/api/health/alive', '/api/inventory/products', '/', '/orders'),
        )
        .map(
          ([name, value, path]): Case => ({
            method: 'GET',
            path,
            headers: { [name]: value },
            // `/orders` answers programs that ask for JSON, and those have to say who they are.
            right: name === 'accept' && path === '/orders' ? [200, 401] : [200, 206, 304],
          }),
        ),
    },
    {
      name: 'Headers of Next’s own',
      share: 80,
      cases: fc
        .tuple(
          fc.constantFrom(...ofNext),
          fc.oneof(
            aValue,
            fc.constantFrom(
              '1',
              '/admin',
              '/api/keys',
              '[]',
              '["",{}]',
              'proxy',
              'middleware:middleware:middleware',
            ),
          ),
          fc.constantFrom('/', '/cart', '/admin', '/admin/orders', '/api/keys', '/api/inventory/products'),
          fc.constantFrom('GET', 'POST'),
        )
        .map(
          ([name, value, path, method]): Case => ({
            method,
            path,
            headers: { [name]: value },
            right: rightFor(path, method),
            withinMs: 2_000,
          }),
        ),
    },
    {
      name: 'Keys, cookies and idempotency keys that are none',
      share: 80,
      cases: fc.oneof(
        aValue.map(
          (value): Case => ({
            method: 'GET',
            path: '/api/keys',
            headers: { authorization: `Bearer tsk_${value}` },
            right: [401],
          }),
        ),
        aValue.map(
          (value): Case => ({
            method: 'GET',
            path: '/api/keys',
            headers: { authorization: value },
            right: [401],
          }),
        ),
        aValue.map(
          (value): Case => ({
            method: 'GET',
            path: '/api/keys',
            headers: { cookie: `tiny-store.session_token=${value}` },
            right: [401],
          }),
        ),
        aValue.map(
          (value): Case => ({ method: 'GET', path: '/api/keys', headers: { cookie: value }, right: [401] }),
        ),
        fc.tuple(aValue, fc.boolean()).map(
          ([value, long]): Case => ({
            method: 'POST',
            path: '/api/orders',
            body: order,
            headers: { ...posting, 'idempotency-key': long ? 'k'.repeat(256) : value },
            right: [400],
          }),
        ),
      ),
    },
    {
      name: 'Other sites, and what looks like none',
      share: 30,
      cases: fc
        .tuple(
          fc.constantFrom('cross-site', 'same-site', 'same-origin, none', ''),
          fc.constantFrom(
            'null',
            'https://evil.example',
            `${stage.origin}.evil.example`,
            `${stage.origin}@evil.example`,
            'file://',
            '',
          ),
          fc.constantFrom(
            ...stage.doors.filter(({ method, rule }) => method !== 'GET' && rule !== 'inngest'),
          ),
        )
        .filter(([site, origin]) => site !== '' || origin !== '')
        .map(
          ([site, origin, door]): Case => ({
            method: door.method,
            path: door.at,
            body: '{}',
            headers: {
              cookie: stage.boss.cookie ?? '',
              'content-type': 'application/json',
              ...(site && { 'sec-fetch-site': site }),
              ...(origin && { origin }),
            },
            right: [403],
          }),
        ),
    },
  ]
}

function rightFor(path: string, method: string): number[] {
  if (path === '/api/keys') return [401]
  if (path.startsWith('/api')) return method === 'GET' ? [200] : [401]
  // Nobody is let into the desk, by whatever he calls his request.
  if (path.startsWith('/admin')) return method === 'GET' ? [307, 200, 400, 404] : [307, 400, 403, 404, 405]
  return method === 'GET' ? [200, 307, 400, 404] : [200, 307, 400, 403, 404, 405]
}
