import type { Credentials, Placed, Stage } from '../stage'
import type { Answer } from '../wire'
import type { Line } from './line'

const bearer = (token: string) => ({ authorization: `Bearer ${token}` })
const INVENTED = `tso_${'A'.repeat(43)}`

/** Other people's orders: how far one is may be seen by anybody, whose it is and where it goes by who shows a token. */
export function othersOrders(stage: Stage, known: Placed, other: Placed): Line[] {
  const { ask, post, key, boss, members } = stage
  const path = `/api/orders/${known.orderId}`
  const get = (from: string, headers: Credentials = {}) => ask({ method: 'GET', path: from, headers })
  const look = (headers: Credentials = {}) => get(path, headers)
  const cancel = (headers: Credentials = {}) => post(`${path}/cancel`, {}, headers)
  const story = (headers: Credentials = {}) => {
    const input = encodeURIComponent(JSON.stringify({ json: { orderId: known.orderId } }))
    return get(`/api/trpc/orders.story?input=${input}`, headers)
  }
  const screens = (name: string, input: object, headers: Credentials = {}) =>
    post(`/api/trpc/orders.${name}`, { json: { orderId: known.orderId, ...input } }, headers)
  const browser = { 'sec-fetch-site': 'same-origin' }
  const someone = { cookie: other.cookie, ...browser }

  return [
    ['an order, with its token', () => look(bearer(known.accessToken)), tellsAll],
    ['an order, by the browser that placed it', () => look({ cookie: known.cookie }), tellsAll],
    ['an order, by nobody', () => look(), tellsNobody],
    ['an order, with the token of another', () => look(bearer(other.accessToken)), tellsNobody],
    ['an order, by the browser of another', () => look({ cookie: other.cookie }), tellsNobody],
    ['an order, with an invented token', () => look(bearer(INVENTED)), tellsNobody],
    ['an order, with a token cut short', () => look(bearer(known.accessToken.slice(0, -1))), tellsNobody],
    [
      'an order, with its token in the address',
      () => get(`${path}?accessToken=${known.accessToken}`),
      tellsNobody,
    ],
    [
      'an order, with its token as a session',
      () => look({ cookie: `tiny-store.session_token=${known.accessToken}` }),
      tellsNobody,
    ],
    ['an order, with its id as a token', () => look(bearer(known.orderId)), tellsNobody],
    ['an order’s story, by nobody', () => story(), tellsNobody],
    ['an order’s story, with the token of another', () => story(bearer(other.accessToken)), tellsNobody],
    ['an order’s page, by nobody', () => get(`/orders/${known.orderId}`), tellsNobody],
    [
      'an order’s page, by the browser of another',
      () => get(`/orders/${known.orderId}`, { cookie: other.cookie }),
      tellsNobody,
    ],
    [
      'an order’s events, with its token',
      () => get(`/api/events?orderId=${known.orderId}`, bearer(known.accessToken)),
      [401],
    ],
    ['all orders, with a token of one', () => get('/api/orders', bearer(known.accessToken)), [401]],
    [
      'the desk’s view of an order, with its token',
      () =>
        get(
          `/api/trpc/orders.payment?input=${encodeURIComponent(JSON.stringify({ json: { orderId: known.orderId } }))}`,
          bearer(known.accessToken),
        ),
      [401],
    ],
    [
      'a customer who would be forgotten, with a token',
      () => post('/api/customers/erase', { orderId: known.orderId }, bearer(known.accessToken)),
      [401],
    ],
    [
      'a customer who would be forgotten, by an operator',
      () => post('/api/customers/erase', { orderId: known.orderId }, members.operator.session),
      [403],
    ],
    ['cancelling, by nobody', () => cancel(), [401]],
    ['cancelling, with the token of another', () => cancel(bearer(other.accessToken)), [403]],
    ['cancelling, by the browser of another', () => cancel(someone), [403]],
    ['cancelling, by a viewer', () => cancel(members.viewer.session), [403]],
    ['cancelling at the screens, by nobody', () => screens('cancel', {}), [401]],
    [
      'cancelling at the desk, with its token',
      () => screens('cancelAtDesk', {}, bearer(known.accessToken)),
      [401],
    ],
    [
      'cancelling from another site, by its own browser',
      () => cancel({ cookie: known.cookie, 'sec-fetch-site': 'cross-site' }),
      [403],
    ],
    ['a private link, asked for by nobody', () => screens('share', {}), [401]],
    ['a private link, asked for by the browser of another', () => screens('share', {}, someone), [403]],
    ['a private link with an invented token', () => screens('claim', { token: INVENTED }), [403]],
    [
      'a private link with the token of another order',
      () => screens('claim', { token: other.accessToken }),
      [403],
    ],
    ['the tokens, in what staff see of an order', () => look(key), tellsNoToken],
    [
      'the tokens, in what staff see of its story',
      () => get(`/api/events?orderId=${known.orderId}`, boss),
      tellsNoToken,
    ],
  ]

  function tellsNoToken({ text }: Answer) {
    return text.includes(known.accessToken) || /accessToken/.test(text) ? 'tells a token' : undefined
  }
}

/** What a buyer said of himself. */
const personal = /A\. Customer|14 Example Street|1012 AB|customerId|shippingAddress/

const tellsAll = ({ status, text }: Answer) =>
  status === 200 && personal.test(text) ? undefined : `${status}, and not all: ${text}`

const tellsNobody = ({ status, text }: Answer) =>
  status !== 200 ? `${status}: ${text.slice(0, 200)}` : (personal.exec(text)?.[0] ?? undefined)
