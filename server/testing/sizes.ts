import { gzipSync } from 'node:zlib'
import { orThrow, tinyStore } from '@/client/client'
import { address } from './address'
import { startShop } from './running-shop'
import { bold, dim, green, red, table } from './terminal'

/*
 * The JavaScript of a first visit to each page of the shop, gzipped: every script tag of its HTML that today's browsers
 * run. `npm run sizes` builds the shop and measures that; with BASE_URL it measures the production build that answers there.
 */

/** What an empty page of this Next costs: react-dom, the router and the runtime that loads the rest. */
const EMPTY_PAGE_KB = 136
/** What a page of the shop may add to it. */
const OWN_KB = 17

type Weight = { route: string; first: number; later: number }

async function weigh(origin: string, route: string, path: string): Promise<Weight> {
  const html = await textOf(new URL(path, origin))
  const tags = (pattern: RegExp) => [...html.matchAll(pattern)].map(([tag]) => tag)
  const scripts = tags(/<script[^>]*\ssrc="[^"]+"[^>]*>/g).filter((tag) => !/\snomodule/i.test(tag))
  const promised = tags(/<link[^>]*\srel="preload"[^>]*\sas="script"[^>]*>/g)
  const first = addresses(scripts)
  return {
    route,
    first: await sizeOf(origin, first),
    later: await sizeOf(
      origin,
      addresses(promised).filter((address) => !first.includes(address)),
    ),
  }
}

const addresses = (tags: string[]) => [
  ...new Set(tags.flatMap((tag) => /\s(?:src|href)="([^"]+)"/.exec(tag)?.[1] ?? [])),
]

async function sizeOf(origin: string, paths: string[]): Promise<number> {
  const sizes = await Promise.all(
    paths.map(async (path) => gzipSync(await textOf(new URL(path, origin))).length),
  )
  return sizes.reduce((sum, size) => sum + size, 0)
}

async function textOf(url: URL): Promise<string> {
  const response = await fetch(url, { headers: { accept: 'text/html,*/*' } })
  if (!response.ok) throw new Error(`${url} answered ${response.status}`)
  return response.text()
}

const kilobytes = (bytes: number) => (bytes / 1000).toFixed(1)

const { origin, close } = process.env.BASE_URL
  ? { origin: process.env.BASE_URL, close: async () => {} }
  : await startShop()
try {
  const sku = 'LAMP-PEBBLE-01'
  const { orderId } = await orThrow(
    tinyStore({ origin }).POST('/api/orders', {
      body: { items: [{ sku, quantity: 1 }], shippingAddress: address },
    }),
  )
  const routes = {
    '/': '/',
    '/products/[sku]': `/products/${sku}`,
    '/cart': '/cart',
    '/checkout': '/checkout',
    '/orders': '/orders',
    '/orders/[orderId]': `/orders/${orderId}`,
  }
  const weights: Weight[] = []
  for (const [route, path] of Object.entries(routes)) weights.push(await weigh(origin, route, path))

  const limit = (EMPTY_PAGE_KB + OWN_KB) * 1000
  const [head = '', ...lines] = table(
    [
      ['route', 'first load, kB gzip', 'after the first paint'],
      ...weights.map(({ route, first, later }) => [route, kilobytes(first), kilobytes(later)]),
    ],
    'lrr',
  )
  console.log(`\n${dim(head)}\n${lines.join('\n')}`)
  const heavy = weights.filter(({ first }) => first > limit)
  const said = `An empty page has ${EMPTY_PAGE_KB} kB, and ours may add ${OWN_KB} kB.`
  console.log(
    heavy.length > 0
      ? `\n${red('✗')} ${bold(heavy.map(({ route }) => route).join(', '))} is too heavy. ${said}`
      : `\n${green('✓')} ${said}`,
  )
  process.exitCode = heavy.length > 0 ? 1 : 0
} finally {
  await close()
}
