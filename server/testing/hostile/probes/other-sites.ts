import type { Credentials, Stage } from '../stage'
import type { Answer } from '../wire'
import type { Line } from './line'

/** Other sites in the name of somebody who is signed in, and what is claimed of where a request comes from. */
export function otherSites(stage: Stage): Line[] {
  const { ask, post, boss } = stage
  const get = (path: string, headers: Credentials = {}) => ask({ method: 'GET', path, headers })
  const asBoss = (headers: Credentials) => post('/api/keys', {}, { cookie: boss.cookie ?? '', ...headers })
  return [
    ['a form of another site', () => asBoss({ origin: 'https://evil.example' }), [403]],
    ['a form from nowhere', () => asBoss({ origin: 'null' }), [403]],
    [
      'a script of another site',
      () => asBoss({ 'sec-fetch-site': 'cross-site', origin: stage.origin }),
      [403],
    ],
    ['a neighbour under the same domain', () => asBoss({ 'sec-fetch-site': 'same-site' }), [403]],
    ['a browser that says nothing', () => asBoss({}), [403]],
    [
      'a host that is said to be ours',
      () => asBoss({ origin: 'https://evil.example', 'x-forwarded-host': 'evil.example' }),
      [403],
    ],
    [
      'a page of another site that signs somebody in',
      () => post('/api/session', stage.admin, { 'sec-fetch-site': 'cross-site' }),
      [403],
    ],
    [
      'a page of another site that signs somebody out',
      () =>
        ask({
          method: 'DELETE',
          path: '/api/session',
          headers: { cookie: boss.cookie ?? '', 'sec-fetch-site': 'cross-site' },
        }),
      [403],
    ],
    [
      'a form that looks like JSON',
      () => post('/api/keys', {}, { ...boss, 'content-type': 'text/plain' }),
      [415],
    ],
    ['a way back that leads elsewhere', () => get('/sign-in?next=https://evil.example/', boss), staysHere],
    ['a way back without a scheme', () => get('/sign-in?next=%2F%2Fevil.example', boss), staysHere],
    ['a way back with backslashes', () => get('/sign-in?next=%2F%5Cevil.example', boss), staysHere],
    ['a way back that is a script', () => get('/sign-in?next=javascript:alert(1)', boss), staysHere],

    [
      'a name for a request that is somebody else’s',
      () => get('/api/nothing', { 'x-request-id': 'somebody-elses' }),
      namedAnew,
    ],
    [
      'a host that is not ours, in what the shop links to',
      () => get('/', { host: 'shop.example', 'x-forwarded-host': 'evil.example' }),
      linksNotTo('evil.example'),
    ],
  ]
}

const staysHere = ({ headers, text }: Answer) =>
  /evil|javascript:/.test(headers.location ?? '') || /href="(https?:)?\/\/evil|href="javascript:/.test(text)
    ? `leads to ${headers.location ?? 'evil'}`
    : undefined

function namedAnew({ headers, text }: Answer) {
  const told = headers['x-request-id']
  if (told === 'somebody-elses' || JSON.parse(text).requestId !== told) return `is called ${told}`
}

const linksNotTo =
  (host: string) =>
  ({ text }: Answer) =>
    text.includes(host) ? `links to ${host}` : undefined
