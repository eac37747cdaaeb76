import { expect, it } from 'vitest'
import { addressOf, deviceOf } from './device'

const edge =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36 Edg/141.0.0.0'
const phone =
  'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Mobile Safari/537.36'
const iPhone =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Mobile/15E148 Safari/604.1'

it.each([
  [edge, 'Edge on Windows'],
  [phone, 'Chrome on Android'],
  [iPhone, 'Safari on an iPhone'],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0', 'Firefox on Linux'],
  ['curl/8.5.0', 'curl'],
  ['node', 'node'],
  ['', 'Something that does not say what it is'],
  [null, 'Something that does not say what it is'],
])('%s is %s', (userAgent, device) => expect(deviceOf(userAgent)).toBe(device))

it.each([
  ['192.0.2.14', '192.0.2.14'],
  ['2001:0db8:0000:0000:0000:0000:0000:0000', '2001:db8::'],
  ['::1', '::1'],
])('the address %s is said as %s', (address, said) => expect(addressOf(address)).toBe(said))
