'use client'

import { useQuery } from '@tanstack/react-query'
import { count, duration, money } from '@/components/format'
import { every, useTRPC } from '@/components/trpc-provider'
import { figure } from '../figures'
import { Failed, StaleLine } from '../list-states'
import { ChartPanel } from '../overview/chart-panel'
import { Panel } from '../panel'
import { brief, Legend, nameOf, share } from './chart-words'
import { type Figures, type Stretch, stretches } from './questions'
import { UnitsSold } from './units-sold'

type Shown = { figures?: Figures; stretch: Stretch }

/** What the read models say, as charts: asked again every five seconds. */
export function Analytics({ stretch }: { stretch: Stretch }) {
  const trpc = useTRPC()
  const query = useQuery(trpc.analytics.figures.queryOptions({ stretch }, { refetchInterval: every(5_000) }))
  const { data, error } = query
  if (error && !data) {
    return (
      <Panel>
        <Failed title="The figures did not arrive" query={query} />
      </Panel>
    )
  }
  return (
    <>
      {error && <StaleLine>The figures stopped moving. Trying again.</StaleLine>}
      <Charts figures={data} stretch={stretch} />
    </>
  )
}

/** The page in its final shape, before anything is known. */
export const AnalyticsSkeleton = () => <Charts stretch="7d" />

function Charts(shown: Shown) {
  return (
    <div className="grid items-start gap-4 max-md:gap-3 xl:grid-cols-12">
      <Orders {...shown} />
      <Revenue {...shown} />
      <Pace {...shown} />
      <Endings {...shown} />
      <UnitsSold {...shown} />
    </div>
  )
}

function Orders({ figures, stretch }: Shown) {
  const unit = stretch === '24h' ? 'hour' : 'day'
  const all = figures?.orders.reduce((sum, { orders }) => sum + orders, 0) ?? 0
  const said = `${count(all, 'order')} ${stretches[stretch].said}`
  return (
    <ChartPanel
      title={`Orders per ${unit}`}
      className="xl:col-span-7"
      aside={figures && <span className="tabular-nums">{said}</span>}
      says={`Orders per ${unit}: ${said}.`}
      chart={
        figures && {
          rows: figures.orders.map(({ at, orders }) => ({ name: nameOf(at, figures.by), orders })),
          series: [{ key: 'orders', word: 'Orders', colour: 'var(--chart)' }],
          write: figure,
          writeBriefly: brief,
        }
      }
    />
  )
}

/** In the currency that brought most. */
function Revenue({ figures, stretch }: Shown) {
  const sums = new Map<string, number>()
  for (const { currency, revenue } of figures?.revenue ?? [])
    sums.set(currency, (sums.get(currency) ?? 0) + revenue)
  const [[currency, all] = ['EUR', 0], ...others] = [...sums].sort(([, a], [, b]) => b - a)
  const said = [
    `${money(all, currency)} ${stretches[stretch].days}`,
    ...others.map(([code, sum]) => money(sum, code)),
  ].join(', and ')
  return (
    <ChartPanel
      title="Revenue per day"
      className="xl:col-span-5"
      aside={figures && <span className="tabular-nums">{said}</span>}
      says={`Revenue per day, captured without what was given back: ${said}.`}
      chart={
        figures && {
          rows: figures.days.map((at) => ({
            name: nameOf(at, 'day'),
            revenue:
              figures.revenue.find((each) => each.currency === currency && each.at.getTime() === at.getTime())
                ?.revenue ?? 0,
          })),
          series: [{ key: 'revenue', word: 'Revenue', colour: 'var(--chart)' }],
          write: (value) => money(value, currency),
          writeBriefly: brief,
        }
      }
    />
  )
}

const percentiles = [
  { key: 'p50Ms', word: 'p50', colour: 'var(--chart)', line: true },
  { key: 'p95Ms', word: 'p95', colour: 'var(--st-cancelled-solid)', line: true },
  { key: 'p99Ms', word: 'p99', colour: 'var(--chart-2)', line: true },
] as const

function Pace({ figures, stretch }: Shown) {
  const { shipped = 0, p50Ms, p95Ms, p99Ms } = figures?.wholePace ?? {}
  const said = shipped
    ? `${count(shipped, 'order')} ${stretches[stretch].said}: p50 ${duration(p50Ms ?? 0)}, p95 ${duration(p95Ms ?? 0)}, p99 ${duration(p99Ms ?? 0)}`
    : `nothing shipped ${stretches[stretch].said}`
  return (
    <ChartPanel
      title="Placed to shipped"
      className="xl:col-span-7"
      aside={<Legend series={percentiles} />}
      says={`Placed to shipped, within 1 %: ${said}.`}
      below={said}
      chart={
        figures && {
          rows: figures.pace.map(({ at, p50Ms, p95Ms, p99Ms }) => ({
            name: nameOf(at, figures.by),
            ...(p50Ms !== null && { p50Ms, p95Ms: p95Ms ?? p50Ms, p99Ms: p99Ms ?? p50Ms }),
          })),
          series: percentiles,
          write: duration,
          writeBriefly: duration,
        }
      }
    />
  )
}

const endings = [
  { key: 'rejected', word: 'Rejected', colour: 'var(--st-failed-solid)' },
  { key: 'paymentFailed', word: 'Payment failed', colour: 'var(--chart-2)' },
  { key: 'cancelled', word: 'Cancelled', colour: 'var(--st-cancelled-solid)' },
] as const

/** Of the orders that ended on a day, the share that ended badly. */
function Endings({ figures, stretch }: Shown) {
  const whole = figures?.wholeEndings
  const said = whole
    ? `${share(whole.failedShare)} of ${count(whole.ended, 'order')} that ended ${stretches[stretch].days} failed, ${share(whole.cancelledShare)} were cancelled`
    : `no order ended ${stretches[stretch].days}`
  return (
    <ChartPanel
      title="Failure shares"
      className="xl:col-span-5"
      aside={<Legend series={endings} />}
      says={`Failure shares: ${said}.`}
      below={said}
      chart={
        figures && {
          rows: figures.endings.map(({ at, ended, ...of }) => ({
            name: nameOf(at, 'day'),
            ...Object.fromEntries(endings.map(({ key }) => [key, ended > 0 ? of[key] / ended : 0])),
          })),
          series: endings,
          write: share,
          writeBriefly: share,
          fractions: true,
        }
      }
    />
  )
}
