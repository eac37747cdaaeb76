import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { type Listener, openListener } from './listener'

const url = process.env.DATABASE_URL ?? ''

/** Only a server has other processes to hear of. */
describe.skipIf(!url)('a listener', () => {
  const opened: { close: () => unknown }[] = []
  afterEach(async () => {
    for (const { close } of opened.splice(0)) await close()
  })

  async function listenAt(address: string) {
    const told = { onNotice: vi.fn(), onSilence: vi.fn() }
    const listener = openListener({ url: address, neon: false, ...told })
    opened.push(listener)
    await listening(listener)
    told.onNotice.mockClear()
    return { ...listener, ...told }
  }

  const listening = (listener: Pick<Listener, 'isListening'>) =>
    vi.waitFor(() => expect(listener.isListening()).toBe(true), { timeout: 15_000 })

  it('hears of others, not of itself, and of many commits at once only a few times', async () => {
    const one = await listenAt(url)
    const other = await listenAt(url)
    for (let commit = 0; commit < 1_000; commit++) one.notify()
    await vi.waitFor(() => expect(other.onNotice).toHaveBeenCalled())
    other.notify()
    await vi.waitFor(() => expect(one.onNotice).toHaveBeenCalledOnce())
    expect(other.onNotice.mock.calls.length).toBeLessThan(5)
  })

  it('notices a connection that died half-open, says so, and listens again when there is one', async () => {
    const wire = await openWire()
    const listener = await listenAt(wire.url)
    wire.swallow(true)
    await vi.waitFor(() => expect(listener.onSilence).toHaveBeenCalled(), { timeout: 15_000 })
    expect(listener.isListening()).toBe(false)

    wire.swallow(false)
    await listening(listener)
    // What was committed meanwhile gave no notice: it has to be looked for.
    expect(listener.onNotice).toHaveBeenCalled()
  }, 40_000)

  /** A wire to the server that can swallow whatever is sent, and still looks connected. */
  async function openWire() {
    const { hostname, port, pathname, username, password } = new URL(url)
    const ends = new Set<Socket>()
    let swallowing = false
    const server = createServer((near) => {
      const far = connect(Number(port || 5432), hostname)
      for (const [from, to] of [
        [near, far],
        [far, near],
      ] as const) {
        ends.add(from)
        from.on('data', (data) => swallowing || to.write(data))
        from.on('close', () => to.destroy())
        from.on('error', () => to.destroy())
      }
    }).listen(0, '127.0.0.1')
    await once(server, 'listening')
    opened.push({
      close: () => {
        for (const end of ends) end.destroy()
        server.close()
      },
    })
    const login = username && `${username}${password && `:${password}`}@`
    return {
      url: `postgres://${login}127.0.0.1:${(server.address() as AddressInfo).port}${pathname}`,
      swallow: (on: boolean) => {
        swallowing = on
      },
    }
  }
})
