import { table } from '../terminal'
import type { Drained } from './backlog'
import type { Figures } from './measure'
import type { RivalResult } from './rivals'
import type { Result, Sizes } from './run'

type Wanted = { at: 'most' | 'least'; value: number }

type Row = {
  name: string
  unit: 'ms' | '/s' | 'MB' | 's'
  shop: number
  baseline?: number
  /** What every version has to reach. */
  limit?: Wanted
  /** Where it is to arrive. */
  target?: Wanted
}

type Measured = Result & { drained: Drained; backlog: number; sizes: Sizes; embedded: boolean }

const most = (value: number): Wanted => ({ at: 'most', value })
const least = (value: number): Wanted => ({ at: 'least', value })

/** The figures of one database as a table. A ratio tells more than a figure: machines differ, and have their days. */
export function report({ database, embedded, idleRssMb, shop, baseline, ...rest }: Measured): string {
  const { drained, backlog, sizes } = rest
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
      baseline: baseline.inFlight.perSecond,
      limit: least(40),
      target: embedded ? undefined : least(100),
    },
    cpu('lone', shop.lone.cpuMs, baseline.lone.cpuMs),
    cpu(clients, shop.clients.cpuMs, baseline.clients.cpuMs),
    cpu(inFlight, shop.inFlight.cpuMs, baseline.inFlight.cpuMs),
    cpu('backlog', drained.cpuMs),
    {
      name: `Backlog of ${backlog}, drained in`,
      unit: 's',
      shop: drained.seconds,
      target: most(backlog / 100),
    },
    { name: 'Memory, before', unit: 'MB', shop: idleRssMb },
    { name: 'Memory, most', unit: 'MB', shop: mostMemory(shop, drained), target: most(512) },
  ]
  const head = ['', 'shop', 'bare pg', 'shop ÷ bare', 'limit', 'target']
  return under(database, table([head, ...rows.map(cells)], 'lrrrrr'))
}

/** The same load beside each other: the shop's hops do what an order needs, those of the queues do nothing. */
export function reportRivals({ shop, baseline }: Result, rivals: RivalResult[]): string {
  const rows = [
    rivalCells('Shop, an order', shop, shop),
    rivalCells('Bare pg, an order', baseline, shop),
    ...rivals.flatMap((rival) => ('failed' in rival ? [] : [rivalCells(rival.name, rival, shop)])),
  ]
  const notes = rivals.map((rival) =>
    'failed' in rival
      ? `${rival.name} was not measured: ${rival.failed}`
      : `${rival.name}: ${rival.settings}`,
  )
  const head = [
    '',
    'lone p50',
    'p95',
    '200 in flight',
    'CPU, lone',
    'in flight',
    'memory',
    'shop ÷ it: lone p50',
    'in flight',
  ]
  return under(
    'Beside queues for Postgres, seven empty hops each, on the same server, each on a fresh database',
    [...table([head, ...rows], 'lrrrrrrrr'), ...notes],
  )
}

const under = (title: string, lines: string[]) => [title, ...lines.map((line) => `  ${line}`)].join('\n')

type Side = { lone: Figures; inFlight: Figures }

const rivalCells = (name: string, { lone, inFlight }: Side, shop: Side): string[] => [
  name,
  `${round(lone.p50Ms)} ms`,
  `${round(lone.p95Ms)} ms`,
  `${round(inFlight.perSecond)}/s`,
  `${round(lone.cpuMs)} ms`,
  `${round(inFlight.cpuMs)} ms`,
  `${round(Math.max(lone.peakRssMb, inFlight.peakRssMb))} MB`,
  `× ${(shop.lone.p50Ms / lone.p50Ms).toFixed(2)}`,
  `× ${(shop.inFlight.perSecond / inFlight.perSecond).toFixed(2)}`,
]

const mostMemory = (shop: Result['shop'], drained: Drained) =>
  Math.max(drained.peakRssMb, ...Object.values(shop).map(({ peakRssMb }) => peakRssMb))

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
