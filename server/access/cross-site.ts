import { settings } from '../platform/settings'
import { HttpRefusal } from '../problem'

const SAFE = ['GET', 'HEAD', 'OPTIONS']

/**
 * Refuses what another site had a browser send, with our cookies or to have us set some: every browser says where a request
 * comes from. A bearer token no browser adds by itself; and who has neither token nor cookie nor browser can fool nobody.
 */
export function refuseCrossSite({ method, headers }: Request) {
  if (SAFE.includes(method) || /^Bearer /i.test(headers.get('authorization') ?? '')) return
  const site = headers.get('sec-fetch-site')
  const origin = headers.get('origin')
  const ours = site
    ? site === 'same-origin' || site === 'none'
    : origin
      ? isOurs(origin, headers)
      : noBrowser(headers)
  if (ours) return
  throw new HttpRefusal(403, `A page of ${origin ?? 'another site'} may not do this in a visitor's name`, {
    kind: 'cross-site',
  })
}

function isOurs(origin: string, headers: Headers): boolean {
  if (origin === settings().appUrl) return true
  return URL.canParse(origin) && new URL(origin).host === headers.get('host')
}

const noBrowser = (headers: Headers) => !headers.has('cookie')
