/*
 * A process of the shop as the campaign runs it: the real boot and the real route handlers on a plain HTTP server, with
 * whatever is to go wrong in it. It waits to be told, so that one can be held ready.
 */
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { NextRequest } from 'next/server'
import * as health from '@/app/api/health/route'
import * as product from '@/app/api/inventory/products/[sku]/route'
import * as products from '@/app/api/inventory/products/route'
import * as keys from '@/app/api/keys/route'
import * as cancel from '@/app/api/orders/[orderId]/cancel/route'
import * as order from '@/app/api/orders/[orderId]/route'
import * as orders from '@/app/api/orders/route'
import * as session from '@/app/api/session/route'
import * as trpc from '@/app/api/trpc/[trpc]/route'
import { boot } from '@/server/boot'
import { closeDatabase } from '@/server/platform/database/connect'
import { disturbPokes, disturbWork, type FaultKind, type Faults } from './faults'
import { randomOf } from './random'

/** From the campaign: begin, with these faults and this chance. */
export type Told = { begin: { faults: Faults; seed: number } }
/** To the campaign. */
export type Said = { port: number } | { fault: FaultKind; lane?: string }

type Route = Record<
  string,
  (request: NextRequest, context: { params: Promise<Record<string, string>> }) => Promise<Response>
>

const routes: [RegExp, object][] = [
  [/^\/api\/health$/, health],
  [/^\/api\/inventory\/products$/, products],
  [/^\/api\/inventory\/products\/(?<sku>[^/]+)$/, product],
  [/^\/api\/orders$/, orders],
  [/^\/api\/orders\/(?<orderId>[^/]+)$/, order],
  [/^\/api\/orders\/(?<orderId>[^/]+)\/cancel$/, cancel],
  [/^\/api\/session$/, session],
  [/^\/api\/keys$/, keys],
  [/^\/api\/trpc\/(?<trpc>[^/]+)$/, trpc],
]

const say = (said: Said) => new Promise<void>((resolve) => process.send?.(said, () => resolve()))

async function main({ begin: { faults, seed } }: Told) {
  const random = randomOf(seed, 'app')
  const tell = (fault: FaultKind, lane?: string) => say({ fault, lane })
  disturbWork(faults, random, tell)
  const { stop } = await boot()
  disturbPokes(faults, random, tell)
  if (faults.idle) await stop()
  const server = createServer(async (incoming, outgoing) => {
    const response = await answer(incoming)
    outgoing.setHeaders(response.headers)
    outgoing.writeHead(response.status)
    outgoing.end(Buffer.from(await response.arrayBuffer()))
  })
  process.once('SIGTERM', async () => {
    server.close()
    await stop()
    await closeDatabase()
    process.exit()
  })
  server.listen(0, '127.0.0.1', () => say({ port: (server.address() as AddressInfo).port }))
}

async function answer(incoming: IncomingMessage): Promise<Response> {
  const chunks: Buffer[] = []
  for await (const chunk of incoming) chunks.push(chunk)
  const url = new URL(incoming.url ?? '/', 'http://localhost')
  const body = chunks.length > 0 ? Buffer.concat(chunks) : undefined
  const headers = incoming.headers as Record<string, string>
  const request = new NextRequest(url, { method: incoming.method, headers, body })
  for (const [path, route] of routes) {
    const found = path.exec(url.pathname)
    if (!found) continue
    const params = Object.fromEntries(
      Object.entries(found.groups ?? {}).map(([key, value]) => [key, decodeURIComponent(value)]),
    )
    return (route as Route)[request.method](request, { params: Promise.resolve(params) })
  }
  return new Response(`The campaign's app has nothing at ${url.pathname}`, { status: 404 })
}

// The campaign has gone: so does what it started.
process.on('disconnect', () => process.exit())
process.once('message', (told) =>
  main(told as Told).catch((error) => {
    console.error(error)
    process.exit(1)
  }),
)
