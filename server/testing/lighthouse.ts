import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import lighthouse, { desktopConfig } from 'lighthouse'
import { browserArgs, findBrowser } from '@/e2e/browser'
import { freePort, startShop } from './running-shop'
import { bold, dim, green, red, table } from './terminal'

/*
 * How the shop's pages are marked by Lighthouse, on a local production build: preset "desktop", throttled by simulation
 * as dense 4G (40 ms, 10 Mbit/s, the machine's own processor). `npm run lighthouse` builds the shop and looks at that;
 * with BASE_URL at the production build that answers there. Of RUNS (3) runs a page the middle one counts.
 */

const wanted = { performance: 98, accessibility: 100, 'best-practices': 95, seo: 98 }
const LCP_MS = 1_000
const CLS = 0.02

type Category = keyof typeof wanted
type Marks = { path: string; scores: Record<Category, number>; lcp: number; cls: number; lost: string[] }

const runs = Number(process.env.RUNS ?? 3)
const pages = ['/', '/products/LAMP-PEBBLE-01', '/checkout']
const cart = [
  { sku: 'LAMP-PEBBLE-01', name: 'Pebble lamp', quantity: 1, unitPrice: 89, currency: 'EUR' },
  { sku: 'BOWL-STACK-3', name: 'Stack bowls, set of three', quantity: 2, unitPrice: 48, currency: 'EUR' },
]

async function look(url: string, port: number): Promise<Marks> {
  const flags = {
    port,
    logLevel: 'error' as const,
    onlyCategories: Object.keys(wanted),
    // The cart stays: a checkout without one has nothing to show.
    disableStorageReset: true,
  }
  const result = await lighthouse(url, flags, desktopConfig)
  if (!result) throw new Error(`Lighthouse said nothing of ${url}`)
  const { categories, audits, runtimeError } = result.lhr
  if (runtimeError) throw new Error(`${url}: ${runtimeError.message}`)
  const score = (category: Category) => Math.round((categories[category]?.score ?? 0) * 100)
  return {
    path: new URL(url).pathname,
    scores: {
      performance: score('performance'),
      accessibility: score('accessibility'),
      'best-practices': score('best-practices'),
      seo: score('seo'),
    },
    lcp: audits['largest-contentful-paint']?.numericValue ?? Number.POSITIVE_INFINITY,
    cls: audits['cumulative-layout-shift']?.numericValue ?? Number.POSITIVE_INFINITY,
    lost: Object.values(audits)
      .filter(({ score }) => score !== null && score < 0.9)
      .map(({ id }) => id),
  }
}

function missed({ scores, lcp, cls }: Marks): boolean {
  const low = (Object.keys(wanted) as Category[]).some((category) => scores[category] < wanted[category])
  return low || lcp >= LCP_MS || cls >= CLS
}

const middle = (marks: Marks[]) =>
  marks.sort((a, b) => a.scores.performance - b.scores.performance || b.lcp - a.lcp)[
    Math.floor(marks.length / 2)
  ] as Marks

const { origin, close } = process.env.BASE_URL
  ? { origin: process.env.BASE_URL, close: async () => {} }
  : await startShop()
const folder = await mkdtemp(join(tmpdir(), 'tiny-store-lighthouse-'))
try {
  const port = await freePort()
  const browser = await chromium.launchPersistentContext(folder, {
    executablePath: await findBrowser(),
    args: [...browserArgs, `--remote-debugging-port=${port}`],
  })
  try {
    const page = await browser.newPage()
    await page.goto(origin)
    await page.evaluate((kept) => localStorage.setItem('tiny-store.cart', kept), JSON.stringify(cart))
    await page.close()

    const marks: Marks[] = []
    for (const path of pages) {
      const looks: Marks[] = []
      for (let run = 0; run < runs; run += 1) looks.push(await look(new URL(path, origin).href, port))
      marks.push(middle(looks))
    }

    const [head = '', ...lines] = table(
      [
        ['page', ...Object.keys(wanted), 'LCP', 'CLS'],
        ...marks.map(({ path, scores, lcp, cls }) => [
          path,
          ...Object.values(scores).map(String),
          `${Math.round(lcp)} ms`,
          cls.toFixed(3),
        ]),
      ],
      'lrrrrrr',
    )
    console.log(`\n${dim(head)}\n${lines.join('\n')}`)
    for (const { path, lost } of marks) if (lost.length > 0) console.log(dim(`${path}: ${lost.join(', ')}`))
    const bad = marks.filter(missed)
    const asked = `${Object.entries(wanted)
      .map(([category, mark]) => `${category} ${mark}`)
      .join(', ')}, LCP under ${LCP_MS} ms, CLS under ${CLS}`
    console.log(
      bad.length > 0
        ? `\n${red('✗')} ${bold(bad.map(({ path }) => path).join(', '))} missed a mark. Wanted: ${asked}`
        : `\n${green('✓')} Every mark is reached: ${asked}`,
    )
    process.exitCode = bad.length > 0 ? 1 : 0
  } finally {
    await browser.close()
  }
} finally {
  await close()
  await rm(folder, { recursive: true, force: true })
}
