import { settings } from '../platform/settings'
import { hashOf, newToken } from '../platform/token'

/** A browser by the token in its cookie, which its scripts cannot read: one for all orders that it may open. */
export type Browser = { hash: string; setCookie: string }

/** As long as browsers keep a cookie at most; each order begins it anew. */
const KEPT_SECONDS = 400 * 24 * 60 * 60

/** By its name, no other host and no page without TLS can plant the cookie. Only https can have it so. */
const cookieName = () => (isHttps() ? '__Host-tiny-store-buyer' : 'tiny-store-buyer')

const isHttps = () => settings().appUrl.startsWith('https:')

export const isOrderToken = (text: string) => /^tso_[\w-]{43}$/.test(text)

export function browserOf(headers: Headers): Browser | undefined {
  const token = readCookie(headers.get('cookie') ?? '')
  return token && isOrderToken(token) ? asBrowser(token) : undefined
}

const made = new WeakMap<Headers, Browser>()

/** The browser that asks, which is given a token if it has none: the same for all that one request asks. */
export function browserFor(headers: Headers): Browser {
  const browser = browserOf(headers) ?? made.get(headers) ?? asBrowser(newToken('tso'))
  made.set(headers, browser)
  return browser
}

/** Has the browser forget its token. */
export const forgetCookie = () => cookie('', 0)

const asBrowser = (token: string) => ({ hash: hashOf(token), setCookie: cookie(token, KEPT_SECONDS) })

const cookie = (value: string, seconds: number) =>
  `${cookieName()}=${value}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Lax${isHttps() ? '; Secure' : ''}`

function readCookie(cookies: string): string | undefined {
  const start = `${cookieName()}=`
  return cookies
    .split('; ')
    .find((pair) => pair.startsWith(start))
    ?.slice(start.length)
}
