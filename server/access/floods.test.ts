import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { settings } from '@/server/platform/settings'
import { type Cost, countAddress, countCaller } from './floods'

const scale = settings().rateLimitScale

let last = 0
const someAddress = () => {
  last += 1
  return `203.0.113.${last}`
}

const from = (address: string, cost: Cost, times?: number) =>
  countAddress({ cost, times }, { requestId: 'one', address })

const refused = (seconds: number) => expect.objectContaining({ status: 429, extra: { retryAfter: seconds } })

beforeAll(() => {
  settings().rateLimitScale = 1
})

afterAll(() => {
  settings().rateLimitScale = scale
})

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'] })
  return () => vi.useRealTimers()
})

describe('a flood', () => {
  it('is told how much is left, and refused when nothing is', async () => {
    const address = someAddress()
    expect(await from(address, 'order')).toEqual({
      'ratelimit-policy': '"order";q=60;w=60',
      ratelimit: '"order";r=59;t=60',
    })
    for (let call = 2; call <= 60; call += 1) await from(address, 'order')
    await expect(from(address, 'order')).rejects.toEqual(refused(60))
    await expect(from(address, 'order')).rejects.toMatchObject({
      headers: { ratelimit: '"order";r=0;t=60', 'ratelimit-policy': '"order";q=60;w=60' },
    })
  })

  it('is over after a minute', async () => {
    const address = someAddress()
    await from(address, 'order', 60)
    vi.advanceTimersByTime(45_000)
    await expect(from(address, 'order')).rejects.toEqual(refused(15))
    vi.advanceTimersByTime(15_001)
    await expect(from(address, 'order')).resolves.toMatchObject({ ratelimit: '"order";r=59;t=60' })
  })

  it('keeps nobody else back, nor what costs something else', async () => {
    const address = someAddress()
    await expect(from(address, 'order', 61)).rejects.toEqual(refused(60))
    await expect(from(someAddress(), 'order')).resolves.toBeDefined()
    await expect(from(address, 'read')).resolves.toBeDefined()
  })

  it('counts all addresses that one IPv6 customer has as one', async () => {
    await from('2001:db8:0:1::1', 'order', 60)
    await expect(from('2001:db8:0:1:ffff::2', 'order')).rejects.toEqual(refused(60))
    await expect(from('2001:db8:0:2::1', 'order')).resolves.toBeDefined()
  })

  it('counts a subject from however many addresses', async () => {
    const key = (id: string) => ({ kind: 'key' as const, id, name: id, scopes: [] })
    await countCaller({ cost: 'write', times: 600 }, key('1'))
    await expect(countCaller({ cost: 'write' }, key('1'))).rejects.toEqual(refused(60))
    await expect(countCaller({ cost: 'write' }, key('2'))).resolves.toBeDefined()
    expect(await countCaller({ cost: 'write', times: 601 }, { kind: 'customer' })).toBeUndefined()
  })

  it('is smaller or larger where RATE_LIMIT_SCALE says so', async () => {
    settings().rateLimitScale = 0.1
    const address = someAddress()
    await from(address, 'order', 6)
    await expect(from(address, 'order')).rejects.toEqual(refused(60))
    settings().rateLimitScale = 1
  })
})
