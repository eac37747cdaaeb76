import { once } from 'node:events'
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { createServer, get, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { watchArrivals } from '@/server/access/arrivals'
import { readMetrics } from './metrics'
import { watchRequests } from './requests'
import { readTemplates } from './route-templates'

const manifest = {
  staticRoutes: [{ page: '/cart', regex: '^/cart(?:/)?$' }],
  dynamicRoutes: [
    { page: '/orders/[orderId]', regex: '^/orders/([^/]+?)(?:/)?$' },
    { page: '/api/[[...path]]', regex: '^/api(?:/(.+?))?(?:/)?$' },
  ],
}

async function templates() {
  const folder = await mkdtemp(join(tmpdir(), 'tiny-store-build-'))
  await mkdir(join(folder, '.next'))
  await writeFile(join(folder, '.next', 'routes-manifest.json'), JSON.stringify(manifest))
  return readTemplates(folder)
}

describe('a path', () => {
  it.each([
    ['/cart', '/cart'],
    ['/cart/', '/cart'],
    ['/orders/01a2', '/orders/[orderId]'],
    ['/api/nothing/here', '/api/[[...path]]'],
    ['/_next/static/x.js', '/_next/'],
    ['/wp-login.php', 'other'],
  ])('%s is counted as %s', async (path, template) => {
    expect((await templates())(path)).toBe(template)
  })

  it('is one of many where there is no build', () => {
    expect(readTemplates('/nowhere')('/cart')).toBe('other')
  })
})

describe('a request', () => {
  let server: Server
  let unwatch: () => void

  beforeEach(async () => {
    const watching = [watchArrivals(), watchRequests(await templates())]
    unwatch = () => watching.forEach((end) => void end())
    server = createServer(({ url }, response) => {
      if (url === '/api/stream') response.writeHead(200, { 'content-type': 'text/event-stream' }).write(':\n')
      else response.writeHead(url === '/cart' ? 200 : 404).end()
    }).listen(0, '127.0.0.1')
    await once(server, 'listening')
  })

  afterEach(() => {
    unwatch()
    server.closeAllConnections()
    server.close()
  })

  const ask = (path: string) => get({ port: (server.address() as AddressInfo).port, path, agent: false })

  const figure = async (name: string, route: string, status: string) => {
    const { text } = await readMetrics()
    const labels = `{route="${route}",method="GET",status="${status}"}`
    return Number(
      text
        .split('\n')
        .find((line) => line.startsWith(`${name}${labels}`))
        ?.split(' ')
        .at(-1) ?? 0,
    )
  }
  const requests = (route: string, status: string) => figure('tiny_store_http_requests_total', route, status)
  const timed = (route: string, status: string) =>
    figure('tiny_store_http_request_duration_seconds_count', route, status)

  it('is counted and timed by the template of its route, never by its path', async () => {
    const before = await requests('/orders/[orderId]', '4xx')
    const timedBefore = await timed('/orders/[orderId]', '4xx')
    for (const id of ['one', 'two?token=secret']) {
      const [answer] = await once(ask(`/orders/${id}`), 'response')
      answer.resume()
      await once(answer, 'end')
    }
    await vi.waitFor(async () => expect(await requests('/orders/[orderId]', '4xx')).toBe(before + 2))
    expect(await timed('/orders/[orderId]', '4xx')).toBe(timedBefore + 2)
    expect((await readMetrics()).text).not.toMatch(/orders\/one|secret/)
  })

  it('that lasts is counted and not timed, and one whose client leaves is said to be that', async () => {
    const before = await requests('/api/[[...path]]', 'aborted')
    const asked = ask('/api/stream')
    await once(asked, 'response')
    asked.destroy()
    asked.on('error', () => {})
    await vi.waitFor(async () => expect(await requests('/api/[[...path]]', 'aborted')).toBe(before + 1))
    expect(await timed('/api/[[...path]]', 'aborted')).toBe(0)
  })
})
