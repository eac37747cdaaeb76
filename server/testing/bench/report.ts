import { table } from '../terminal'
import type { Result, Sizes } from './run'

type Wanted = { at: 'most' | 'least'; value: number }

type Row = {
  name: string
  unit: 'ms' | '/s' | 'MB'
  shop: number
  baseline?: number
  /** What every version has to reach. */
  limit?: Wanted
  /** Where it is to arrive. */
  target?: Wanted
}

const most = (value: number): Wanted => ({ at: 'most', value })
const least = (value: number): Wanted => ({ at: 'least', value })

/** The figures of one database as a table. A ratio tells more than a figure: machines differ, and have their days. */
export function report({ database, embedded, idleRssMb, shop, baseline }: Result, sizes: Sizes): string {
  const clients = `${sizes.clients.clients} clients`
  const inFlight = `${sizes.inFlight.clients} in flight`
  const cpu = (name: string, shop: number, baseline?: number): Row => ({
    name: `CPU per order, ${name}`,
    unit: 'ms',
    shop,
    baseline,
    target: most(15),
  })
  const rows: Row[] = [
    {
      name: 'Lone order, p50',
      unit: 'ms',
      shop: shop.lone.p50Ms,
      baseline: baseline.lone.p50Ms,
      limit: embedded ? most(60) : undefined,
      target: most(30),
    },
    {
      name: 'Lone order, p95',
      unit: 'ms',
      shop: shop.lone.p95Ms,
      baseline: baseline.lone.p95Ms,
      target: most(60),
    },
    {
      name: `Orders, ${clients}`,
      unit: '/s',
      shop: shop.clients.perSecond,
      baseline: baseline.clients.perSecond,
      limit: least(40),
    },
    {
      name: `Orders, ${inFlight}`,
      unit: '/s',
      shop: shop.inFlight.perSecond,
      limit: least(40),
      target: embedded ? undefined : least(100),
    },
    cpu('lone', shop.lone.cpuMs, baseline.lone.cpuMs),
    cpu(clients, shop.clients.cpuMs, baseline.clients.cpuMs),
    cpu(inFlight, shop.inFlight.cpuMs),
    { name: 'Memory, before', unit: 'MB', shop: idleRssMb },
    { name: 'Memory, most', unit: 'MB', shop: mostMemory(shop), target: most(512) },
  ]
  const head = ['', 'shop', 'bare pg', 'shop ÷ bare', 'limit', 'target']
  const lines = table([head, ...rows.map(cells)], 'lrrrrr')
  return [database, ...lines.map((line) => `  ${line}`)].join('\n')
}

const mostMemory = (shop: Result['shop']) =>
  Math.max(...Object.values(shop).map(({ peakRssMb }) => peakRssMb))

function cells({ name, unit, shop, baseline, limit, target }: Row): string[] {
  const figure = (value: number) => `${round(value)}${unit === '/s' ? '' : ' '}${unit}`
  const against = (wanted?: Wanted) => {
    if (!wanted) return ''
    const met = wanted.at === 'most' ? shop <= wanted.value : shop >= wanted.value
    return `${wanted.at === 'most' ? '≤' : '≥'} ${figure(wanted.value)}: × ${(shop / wanted.value).toFixed(2)} ${met ? '✔' : '✘'}`
  }
  return [
    name,
    figure(shop),
    baseline === undefined ? '' : figure(baseline),
    baseline === undefined ? '' : `× ${(shop / baseline).toFixed(2)}`,
    against(limit),
    against(target),
  ]
}

const round = (value: number) =>
  value < 100 && !Number.isInteger(value) ? value.toFixed(1) : value.toFixed(0)
