import type { Credentials, Stage } from '../stage'
import type { Answer } from '../wire'
import type { Line } from './line'

const JSON_TYPE = { 'content-type': 'application/json' }

/** Who has some rights and would like more, and ways around the doors. */
export function detours(stage: Stage): Line[] {
  const { ask, post, boss, members } = stage
  const get = (path: string, headers: Credentials = {}) => ask({ method: 'GET', path, headers })
  const keys = (headers: Credentials) => get('/api/keys', headers)
  return [
    [
      'a viewer who makes himself a key',
      () => post('/api/keys', { name: 'Mine', scopes: ['keys:manage'] }, members.viewer.session),
      [403],
    ],
    [
      'an operator who makes himself an admin',
      () =>
        post(
          '/api/trpc/staff.changeRole',
          { json: { id: members.operator.id, role: 'admin' } },
          members.operator.session,
        ),
      [403],
    ],
    ['a field that says who one is', () => post('/api/orders', { role: 'admin', items: [] }), [400]],
    [
      'a header that says who one is',
      () => keys({ 'x-user': 'admin', 'x-role': 'admin', 'x-caller-address': '127.0.0.1' }),
      [401],
    ],
    [
      'a batch, behind what is allowed',
      () => get('/api/trpc/catalogue.list,staff.list?batch=1'),
      secondIsRefused,
    ],
    ['a procedure that changes, by reading', () => get('/api/trpc/staff.disable?input=%7B%7D', boss), [405]],
    [
      'another method in a header',
      () =>
        ask({
          method: 'GET',
          path: '/api/keys',
          headers: { ...members.viewer.session, 'x-http-method-override': 'POST' },
        }),
      [403],
    ],

    [
      'the desk, as Next itself',
      () => get('/admin', { 'x-middleware-subrequest': 'proxy:proxy:proxy:proxy:proxy' }),
      toSignIn,
    ],
    [
      'the desk, as Next’s own data',
      () => get('/admin/orders', { rsc: '1', 'next-url': '/', 'x-nextjs-data': '1' }),
      tellsNothing,
    ],
    [
      'the desk, told where it is',
      () => get('/', { 'x-matched-path': '/admin', 'x-invoke-path': '/admin', 'x-original-url': '/admin' }),
      tellsNothing,
    ],
    ['the desk, by a detour', () => get('/products/..%2f..%2fadmin'), tellsNothing],
    ['a route in capitals', () => get('/API/keys'), [404]],
    ['a route with two slashes', () => get('/api//keys'), [308, 401, 404]],
    ['a route with an encoded letter', () => get('/api/%6beys'), [401, 404]],
    ['a route with a dot', () => get('/api/./keys'), [401, 404, 308]],
    [
      'the route of Inngest',
      () => ask({ method: 'PUT', path: '/api/inngest', body: '{}', headers: JSON_TYPE }),
      [401, 404],
    ],
    ['a file of ours', () => get('/.env'), [404]],
    ['a file of the server', () => get('/_next/server/app/page.js'), [404]],
  ]
}

function secondIsRefused({ text }: Answer) {
  const [first, second] = JSON.parse(text)
  if (!first.result || second?.error?.json?.data?.httpStatus !== 401) return text.slice(0, 300)
}

function toSignIn({ status, headers }: Answer) {
  if (status !== 307 || !headers.location?.startsWith('/sign-in')) return `${status} to ${headers.location}`
}

/** Words of the desk that stand on no page of the shop. */
const tellsNothing = ({ text }: Answer) =>
  /Dead letters|Fulfilment|Overview/.test(text) ? 'shows the desk' : undefined
