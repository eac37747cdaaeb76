import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { newId } from '@/server/kernel/id'
import { EmbeddedEngine } from './embedded-engine'

type Call = { lanes: string[]; end: () => void; fail: () => void }

/** An engine whose functions end when they are told to. It is not started, so that nothing is swept. */
function engine({ outside }: { outside: boolean }) {
  const calls: Call[] = []
  const it = new EmbeddedEngine({
    handler: async (request) => {
      const { events } = (await request.json()) as { events: { data: { lane: string } }[] }
      return new Promise((resolve) => {
        calls.push({
          lanes: events.map(({ data }) => data.lane),
          end: () => resolve(Response.json('done')),
          fail: () =>
            resolve(
              Response.json(
                { message: 'not today' },
                { status: 500, headers: { 'retry-after': new Date().toISOString() } },
              ),
            ),
        })
      })
    },
    reactorsOf: () => [{ module: 'probe', outside }],
    modules: {},
  })
  onTestFinished(async () => {
    const stopped = it.stop()
    for (const { end } of calls) end()
    await stopped
  })
  const poke = (lanes: string[]) =>
    it.poke(
      lanes.map((lane) => ({ id: newId(), eventId: newId(), eventType: 'OrderPlaced', lane, sequence: 1 })),
    )
  const sizes = () => calls.map(({ lanes }) => lanes.length)
  return { calls, poke, sizes }
}

const lanes = (count: number) => Array.from({ length: count }, () => newId())

describe('what is poked together', () => {
  it('is drained by one call for 32 lanes', async () => {
    const { poke, sizes } = engine({ outside: false })
    poke(lanes(40))
    await vi.waitFor(() => expect(sizes()).toEqual([32, 8]))
  })

  it('is done two calls at a time where it stays inside', async () => {
    const { calls, poke, sizes } = engine({ outside: false })
    poke(lanes(70))
    await vi.waitFor(() => expect(sizes()).toEqual([32, 32]))
    calls[0]?.end()
    await vi.waitFor(() => expect(sizes()).toEqual([32, 32, 6]))
  })

  it('talks to the outside for 64 lanes at a time', async () => {
    const { calls, poke, sizes } = engine({ outside: true })
    for (const lane of lanes(3)) poke([lane])
    poke(lanes(90))
    await vi.waitFor(() => expect(sizes()).toEqual([1, 1, 1, 32, 29]))
    calls[0]?.end()
    await vi.waitFor(() => expect(sizes()).toEqual([1, 1, 1, 32, 29, 1]))
    calls[3]?.end()
    await vi.waitFor(() => expect(sizes().at(-1)).toBe(28))
  })

  it('does not wait again for a neighbour that failed in talking to the outside', async () => {
    const { calls, poke } = engine({ outside: true })
    const three = lanes(3)
    poke(three)
    await vi.waitFor(() => expect(calls).toHaveLength(1))
    calls[0]?.fail()
    await vi.waitFor(() =>
      expect(calls.slice(1).map(({ lanes }) => lanes)).toEqual(three.map((lane) => [lane])),
    )
  })
})

describe('what is tried again', () => {
  it('stays together where it stays inside', async () => {
    const { calls, poke, sizes } = engine({ outside: false })
    poke(lanes(3))
    await vi.waitFor(() => expect(sizes()).toEqual([3]))
    calls[0]?.fail()
    await vi.waitFor(() => expect(sizes()).toEqual([3, 3]))
  })

  it('goes by itself where it talks to the outside, and not with what is new', async () => {
    const { calls, poke, sizes } = engine({ outside: true })
    const sizesAre = (...expected: number[]) => vi.waitFor(() => expect(sizes()).toEqual(expected))
    const alone = Array<number>(32).fill(1)
    poke(lanes(64))
    await sizesAre(32, 32)
    calls[0]?.fail()
    await sizesAre(32, 32, ...alone)
    // All places are taken: what is new takes the one that is given up, and who gave it up waits, now before another new one.
    poke(lanes(1))
    calls[2]?.fail()
    await sizesAre(32, 32, ...alone, 1)
    poke(lanes(1))
    calls[1]?.end()
    await sizesAre(32, 32, ...alone, 1, 1, 1)
    // The same, behind a new one.
    poke(lanes(30))
    poke(lanes(2))
    await sizesAre(32, 32, ...alone, 1, 1, 1, 30)
    calls[3]?.fail()
    await sizesAre(32, 32, ...alone, 1, 1, 1, 30, 1)
    calls[37]?.end()
    await sizesAre(32, 32, ...alone, 1, 1, 1, 30, 1, 1, 1)
  })
})

describe('a lane', () => {
  it('is drained by one call at a time, and again when something came meanwhile', async () => {
    const { calls, poke } = engine({ outside: true })
    const [lane = '', other = ''] = lanes(2)
    poke([lane])
    poke([lane])
    poke([lane, other])
    await vi.waitFor(() => expect(calls.map(({ lanes }) => lanes)).toEqual([[lane], [other]]))
    calls[0]?.end()
    await vi.waitFor(() => expect(calls.map(({ lanes }) => lanes)).toEqual([[lane], [other], [lane]]))
  })
})
