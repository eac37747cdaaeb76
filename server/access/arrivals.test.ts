import { once } from 'node:events'
import { createServer, request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { settings } from '@/server/platform/settings'
import { type Arrival, arrival, onArrival, watchArrivals } from './arrivals'

type Seen = { url: string; headers: Record<string, unknown>; here?: Arrival; later?: Arrival }

const UUID = /^[\da-f]{8}-[\da-f-]{27}$/

describe('a request that arrives', () => {
  let server: Server
  let unwatch: () => void

  beforeEach(async () => {
    unwatch = watchArrivals()
    server = createServer(async ({ url, headers }, response) => {
      const here = arrival()
      await new Promise((resolve) => setImmediate(resolve))
      response.end(JSON.stringify({ url, headers, here, later: arrival() }))
    }).listen(0, '127.0.0.1')
    await once(server, 'listening')
  })

  afterEach(() => {
    unwatch()
    server.close()
    settings().trustedHops = 0
  })

  async function ask(
    headers: Record<string, string> = {},
    path = '/',
  ): Promise<Seen & { answered?: string }> {
    const asked = request({ port: (server.address() as AddressInfo).port, headers, path }).end()
    const [answer] = await once(asked, 'response')
    const chunks: Buffer[] = []
    for await (const chunk of answer) chunks.push(chunk)
    return { ...JSON.parse(String(Buffer.concat(chunks))), answered: answer.headers['x-request-id'] }
  }

  it('gets a name, which its answer has too, and all that is done for it knows where it came from', async () => {
    const { headers, here, later, answered } = await ask()
    expect(here).toEqual({ requestId: expect.stringMatching(UUID), address: '127.0.0.1' })
    expect(later).toEqual(here)
    expect(answered).toBe(here?.requestId)
    expect(headers['x-request-id']).toBe(here?.requestId)
    expect((await ask()).here?.requestId).not.toBe(here?.requestId)
  })

  it('is not believed what it says of its way', async () => {
    const { headers, here } = await ask({
      'x-forwarded-for': '6.6.6.6',
      'x-forwarded-host': 'evil.example',
      'x-forwarded-proto': 'https',
      'x-real-ip': '6.6.6.6',
      forwarded: 'for=6.6.6.6',
      'x-request-id': 'somebody-elses-request',
    })
    expect(here).toEqual({ requestId: expect.stringMatching(UUID), address: '127.0.0.1' })
    expect(headers['x-forwarded-for']).toBe('127.0.0.1')
    for (const name of ['x-forwarded-host', 'x-forwarded-proto', 'x-real-ip', 'forwarded'])
      expect(headers[name]).toBeUndefined()
  })

  it.each([
    ['/api/orders/%41?a=%41', '/api/orders/%41?a=%41'],
    ['/api/orders/%zz?a=%', '/api/orders/%25zz?a=%'],
    ['/products/%ff%41', '/products/%25ff%2541'],
    ['http://evil.example/api/keys?a=b', '/api/keys?a=b'],
    ['http://evil.example', '/'],
    ['*', '/*'],
  ])('has a path that everybody can read: %s', async (path, read) => {
    expect((await ask({}, path)).url).toBe(read)
  })

  it('is believed what a trusted hop says, if that is well-formed', async () => {
    settings().trustedHops = 1
    const told = { 'x-forwarded-for': '6.6.6.6, 203.0.113.9', 'x-forwarded-proto': 'https' }
    const named = await ask({ ...told, 'x-request-id': 'req_2026-11_a1' })
    expect(named.here).toEqual({ requestId: 'req_2026-11_a1', address: '203.0.113.9' })
    expect(named.headers['x-forwarded-proto']).toBe('https')
    for (const odd of ['short', 'with spaces in it', 'a'.repeat(65), '<script>alert</script>'])
      expect((await ask({ ...told, 'x-request-id': odd })).here?.requestId).toMatch(UUID)
  })
})

describe('work for a request that nobody saw arrive', () => {
  it('has a name of its own, and no address that could be believed', () => {
    const headers = new Headers({ 'x-forwarded-for': '6.6.6.6', 'x-request-id': 'somebody-elses' })
    const its = onArrival(headers, () => onArrival(new Headers(), arrival))
    expect(its).toEqual({ requestId: expect.stringMatching(UUID), address: '0.0.0.0' })
  })

  it('is the request of nobody, when nobody asked', () => {
    expect(arrival()).toBeUndefined()
  })
})
