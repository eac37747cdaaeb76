import dns from 'node:dns'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { settings } from '@/server/platform/settings'
import { faultAt, faultIn, isPublic } from './guard'
import { send } from './send'

/** What a name resolves to, here. */
const resolves = (...addresses: string[]) =>
  vi.spyOn(dns, 'lookup').mockImplementation(((_name: string, _options: object, done: Done) =>
    done(
      null,
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    )) as never)
type Done = (error: null, addresses: { address: string; family: number }[]) => void

beforeEach(() => {
  settings().webhooksAllowPrivate = false
})
afterEach(() => {
  settings().webhooksAllowPrivate = false
  vi.restoreAllMocks()
})

describe('a URL that leads inside', () => {
  it.each([
    // This machine, in each way that an IPv4 address can be written.
    'https://127.0.0.1/',
    'https://127.1/',
    'https://127.0.1/',
    'https://2130706433/',
    'https://0x7f000001/',
    'https://0x7f.0.0.1/',
    'https://0177.0.0.1/',
    'https://017700000001/',
    'https://127.255.255.254/',
    'https://127.0.0.1./',
    'https://①②⑦.⓪.⓪.①/',
    'https://127。0。0。1/',
    'https://%31%32%37.0.0.1/',
    'https://0/',
    'https://0.0.0.0/',
    // Networks of one's own, those between, and what nobody has.
    'https://10.0.0.1/',
    'https://172.16.0.1/',
    'https://172.31.255.255/',
    'https://192.168.0.1/',
    'https://169.254.169.254/latest/meta-data/',
    'https://0xa9fea9fe/',
    'https://2852039166/',
    'https://100.64.0.1/',
    'https://100.100.100.200/',
    'https://192.0.0.192/',
    'https://192.0.2.1/',
    'https://198.18.0.1/',
    'https://198.51.100.1/',
    'https://203.0.113.1/',
    'https://224.0.0.1/',
    'https://240.0.0.1/',
    'https://255.255.255.255/',
    // The same in IPv6, and IPv4 within it.
    'https://[::1]/',
    'https://[::]/',
    'https://[0:0:0:0:0:0:0:1]/',
    'https://[::ffff:127.0.0.1]/',
    'https://[::ffff:7f00:1]/',
    'https://[::ffff:169.254.169.254]/',
    'https://[::ffff:0:127.0.0.1]/',
    'https://[::127.0.0.1]/',
    'https://[64:ff9b::127.0.0.1]/',
    'https://[64:ff9b::a9fe:a9fe]/',
    'https://[64:ff9b:1::7f00:1]/',
    'https://[2002:7f00:1::]/',
    'https://[2002:a9fe:a9fe::1]/',
    'https://[2001:0:7f00:1::]/',
    'https://[fe80::1]/',
    'https://[fec0::1]/',
    'https://[fc00::1]/',
    'https://[fd00:ec2::254]/',
    'https://[ff02::1]/',
    'https://[100::1]/',
    'https://[2001:db8::1]/',
    'https://[3fff::1]/',
    'https://[5f00::1]/',
    'https://[4000::1]/',
    // Zones, and names for all that.
    'https://[fe80::1%25eth0]/',
    'https://[fe80::1%eth0]/',
    'https://localhost/',
    'https://LOCALHOST./',
    'https://app.localhost/',
    'https://metadata.google.internal/',
    'https://printer.local/',
    'https://db.lan/',
    'https://redis/',
    'https://1.0.0.127.in-addr.arpa/',
    // Other ports, ways and words.
    'https://example.com:8443/',
    'https://example.com:22/',
    'https://example.com:80/',
    'http://example.com/',
    'https://user:secret@example.com/',
    'https://example.com@127.0.0.1/',
    'https://example.com/#here',
    'file:///etc/passwd',
    'gopher://example.com/',
    'ftp://example.com/',
    'javascript:alert(1)',
    '//example.com/',
    'example.com',
    '',
  ])('is refused by its looks: %s', (url) => {
    expect(faultIn(url)).toEqual(expect.any(String))
  })

  it.each([
    [['127.0.0.1']],
    [['10.1.2.3']],
    [['169.254.169.254']],
    [['::1']],
    [['::ffff:10.0.0.1']],
    [['64:ff9b::0a00:1']],
    [['2002:0a00:0001::']],
    [['fe80::1%eth0']],
    [['fd12::1']],
    // One is enough.
    [['93.184.215.14', '192.168.1.1']],
    [['2606:2800:21f:cb07::1', '127.0.0.1']],
  ])('is refused by what its name resolves to: %j', async (addresses) => {
    resolves(...addresses)
    expect(await faultAt('https://hooks.example.com/')).toContain('is not a public address')
  })

  it('is refused when its name resolves to nothing', async () => {
    resolves()
    expect(await faultAt('https://hooks.example.com/')).toContain('does not resolve')
  })
})

it.each(['8.8.8.8', '93.184.215.14', '1.1.1.1', '2606:4700:4700::1111', '2a00:1450:4001:82f::200e'])(
  '%s is public',
  (address) => expect(isPublic(address)).toBe(true),
)

it.each([
  'https://example.com',
  'https://example.com:443/hooks?of=mine',
  'https://8.8.8.8/',
  'https://exämple.com/',
])('a URL that leads outside may be told: %s', async (url) => {
  resolves('93.184.215.14', '2606:2800:21f:cb07::1')
  expect(await faultAt(url)).toBeUndefined()
})

it.each(['http://localhost:4000/', 'http://10.0.0.1/', 'https://[::1]:1/', 'http://redis:80/'])(
  'where it is allowed, inside may be told: %s',
  async (url) => {
    settings().webhooksAllowPrivate = true
    expect(await faultAt(url)).toBeUndefined()
  },
)

describe('at the moment of sending', () => {
  /** Something behind our own walls. */
  async function inside() {
    const heard: string[] = []
    const server = createServer((request, response) => {
      heard.push(`${request.method} ${request.url}`)
      response.end()
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    return { heard, port: (server.address() as AddressInfo).port, close: () => server.close() }
  }

  it('a name that has come to mean an address inside is not connected to', async () => {
    resolves('93.184.215.14')
    expect(await faultAt('https://rebinds.example.com/')).toBeUndefined()
    vi.restoreAllMocks()
    const asked = resolves('127.0.0.1')
    const { error, code } = await send('https://rebinds.example.com/', {}, '{}')
    expect(error).toContain('is not a public address: rebinds.example.com is 127.0.0.1')
    expect(code).toBeNull()
    // What was looked at is what is connected to: the name is not asked for again.
    expect(asked).toHaveBeenCalledTimes(1)
  })

  it('an address inside that was allowed once is not told any more', async () => {
    const { heard, port, close } = await inside()
    settings().webhooksAllowPrivate = true
    expect(await send(`http://127.0.0.1:${port}/`, {}, '{}')).toMatchObject({ code: 200, error: null })
    settings().webhooksAllowPrivate = false
    const { error } = await send(`http://127.0.0.1:${port}/`, {}, '{}')
    expect(error).toContain('not sent')
    expect(heard).toEqual(['POST /'])
    close()
  })

  it('a redirect to the inside is not followed', async () => {
    settings().webhooksAllowPrivate = true
    const { heard, port, close } = await inside()
    const outside = createServer((_, response) =>
      response.writeHead(307, { location: `http://127.0.0.1:${port}/secret` }).end(),
    )
    await new Promise<void>((resolve) => outside.listen(0, '127.0.0.1', resolve))
    const { code, error } = await send(
      `http://127.0.0.1:${(outside.address() as AddressInfo).port}/`,
      {},
      '{}',
    )
    expect({ code, error }).toEqual({ code: 307, error: '307' })
    expect(heard).toEqual([])
    outside.close()
    close()
  })
})
