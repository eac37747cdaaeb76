import { describe, expect, it } from 'vitest'
import { settings } from '@/server/platform/settings'
import { refuseCrossSite } from './cross-site'

const HOST = 'shop.example'

const ask = (headers: Record<string, string>, method = 'POST') =>
  refuseCrossSite(new Request(`http://${HOST}/api/orders`, { method, headers: { host: HOST, ...headers } }))

describe('a request that changes something', () => {
  it.each([
    ['a page of ours', { 'sec-fetch-site': 'same-origin', cookie: 'a=b' }],
    ['the address bar', { 'sec-fetch-site': 'none', cookie: 'a=b' }],
    ['a page of ours, by an old browser', { origin: `http://${HOST}`, cookie: 'a=b' }],
    ['a program with a token', { authorization: 'Bearer tsk_x', origin: 'https://evil.example' }],
    ['a program without anything', {}],
  ])('is let through from %s', (_, headers) => {
    expect(() => ask(headers)).not.toThrow()
  })

  it.each([
    ['another site', { 'sec-fetch-site': 'cross-site' }],
    ['another site that says it was ours', { 'sec-fetch-site': 'cross-site', origin: `http://${HOST}` }],
    ['a neighbour under our domain', { 'sec-fetch-site': 'same-site', cookie: 'a=b' }],
    ['something that no browser says', { 'sec-fetch-site': 'same-origin, none' }],
    ['another site, by an old browser', { origin: 'https://evil.example', cookie: 'a=b' }],
    ['nowhere', { origin: 'null', cookie: 'a=b' }],
    ['nowhere, without a cookie', { origin: 'null' }],
    ['another port', { origin: `http://${HOST}:8080`, cookie: 'a=b' }],
    ['a name that begins like ours', { origin: `http://${HOST}.evil.example`, cookie: 'a=b' }],
    ['somewhere that it does not say, with a cookie', { cookie: 'a=b' }],
    [
      'another site with something that is no token',
      { authorization: 'Basic eDp5', origin: 'https://evil.example' },
    ],
  ])('is refused from %s', (_, headers) => {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'])
      expect(() => ask(headers, method)).toThrow(expect.objectContaining({ status: 403 }))
  })

  it('is let through from where the shop is said to be, also when a proxy calls it by another name', () => {
    const { appUrl } = settings()
    expect(() => ask({ origin: 'https://www.shop.example', cookie: 'a=b' })).toThrow()
    settings().appUrl = 'https://www.shop.example'
    expect(() => ask({ origin: 'https://www.shop.example', cookie: 'a=b' })).not.toThrow()
    settings().appUrl = appUrl
  })
})

it('what only reads may be asked from everywhere', () => {
  for (const method of ['GET', 'HEAD', 'OPTIONS'])
    expect(() => ask({ 'sec-fetch-site': 'cross-site', cookie: 'a=b' }, method)).not.toThrow()
})
