import { describe, expect, it } from 'vitest'
import { addressOf, neighbourhood } from './address'

const PEER = '198.51.100.7'

describe('where a request came from', () => {
  it.each([
    ['the connection, when nobody stands in between', PEER, '6.6.6.6', 0, PEER],
    ['what our proxy added at the right', PEER, '6.6.6.6, 203.0.113.9', 1, '203.0.113.9'],
    ['what the outer of two proxies added', PEER, '6.6.6.6, 203.0.113.9, 10.0.0.2', 2, '203.0.113.9'],
    ['the connection, when it did not come by the proxies', PEER, '203.0.113.9', 2, PEER],
    ['the connection, when nothing was added', PEER, undefined, 1, PEER],
    ['the connection, when what was added is no address', PEER, '203.0.113.9, <script>', 1, PEER],
    ['an address that was added with its port', PEER, '203.0.113.9:4711', 1, '203.0.113.9'],
    ['an IPv6 address in brackets', PEER, '[2001:DB8::1]:443', 1, '2001:db8::1'],
    ['an IPv4 address that was written as IPv6', '::ffff:198.51.100.7', undefined, 0, PEER],
    ['an IPv6 address without its zone', 'fe80::1%eth0', undefined, 0, 'fe80::1'],
    ['nowhere, when there is no connection', undefined, '6.6.6.6', 0, undefined],
  ])('is %s', (_, peer, forwardedFor, hops, address) => {
    expect(addressOf(peer, forwardedFor, hops)).toBe(address)
  })
})

describe('who is counted as one', () => {
  it.each([
    ['198.51.100.7', '198.51.100.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:db8:1:2::9', '2001:db8:1:2::/64'],
    ['2001:0db8:0001:0002:ffff::', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['1::2:3:4:5:6', '1:0:0:2::/64'],
  ])('is of %s %s', (address, counted) => {
    expect(neighbourhood(address)).toBe(counted)
  })
})
