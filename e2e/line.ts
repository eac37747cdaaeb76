import { once } from 'node:events'
import { type AddressInfo, createServer, connect as dial, type Socket } from 'node:net'
import { test as shopTest } from './fixtures'

/**
 * A line to the shop that can be cut in the middle of what it carries, and mended: what a browser's offline switch
 * cannot do, as it leaves a stream that is open alone.
 */
async function lineTo(origin: string) {
  const { hostname, port } = new URL(origin)
  const ends = new Set<Socket>()
  let whole = true

  const server = createServer((near) => {
    if (!whole) return near.destroy()
    const far = dial({ host: hostname, port: Number(port) })
    for (const [end, other] of [
      [near, far],
      [far, near],
    ] as const) {
      ends.add(end)
      end.pipe(other)
      end.on('error', () => other.destroy())
      end.on('close', () => {
        ends.delete(end)
        other.destroy()
      })
    }
  }).listen(0, 'localhost')
  await once(server, 'listening')

  function cut() {
    whole = false
    for (const end of ends) end.destroy()
  }
  return {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    cut,
    mend: () => {
      whole = true
    },
    close: () => {
      cut()
      server.close()
    },
  }
}

/** The shop's test, with a line to it. */
export const test = shopTest.extend<{ line: Awaited<ReturnType<typeof lineTo>> }>({
  line: async ({ baseURL }, use) => {
    const line = await lineTo(String(baseURL))
    await use(line)
    line.close()
  },
})
