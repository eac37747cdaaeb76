import { createHmac } from 'node:crypto'
import { hashOf } from '../platform/token'
import { neighbourhood } from './address'
import { browserFor, browserOf, isOrderToken } from './browser'
import { bearerOf, may } from './caller'
import { context, currentCaller } from './context'
import { authSecret } from './secret'

/** What somebody can show to be let at orders: the right to all of them, or tokens, of which only hashes are looked at. */
export function orderAccess(headers: Headers, permission: 'orders:read' | 'orders:write') {
  const caller = currentCaller()
  const bearer = bearerOf(headers)
  const browser = browserOf(headers)
  return {
    all: may(caller, permission),
    known: caller.kind !== 'customer',
    hashes: [...(bearer && isOrderToken(bearer) ? [hashOf(bearer)] : []), ...(browser ? [browser.hash] : [])],
  }
}

/**
 * Who places an order, as far as it matters: the browser that is to find it again, and where the request came from. Who may
 * order for others has no limit; a program with a key is no browser.
 */
export function buyerOf(headers: Headers) {
  const caller = currentCaller()
  const trusted = may(caller, 'orders:write')
  const address = trusted ? undefined : context()?.address
  return {
    trusted,
    browser: caller.kind === 'key' ? undefined : browserFor(headers),
    origin: address ? originOf(neighbourhood(address)) : undefined,
  }
}

/** Of the address nothing is kept but what tells whether two are the same; without the secret, not even by trying them all. */
const originOf = (address: string) =>
  createHmac('sha256', authSecret()).update(`origin ${address}`).digest('base64url')
