'use client'

import { count, money } from '@/components/format'
import { figure } from '../figures'
import { SegmentedLinks } from '../segmented-links'
import { ChartPanel } from './chart-panel'
import { outcomes, outcomesOf, placedIn, spanName } from './outcomes'
import type { Overview, Stretch } from './questions'

const brief = new Intl.NumberFormat('en-GB', { notation: 'compact', maximumFractionDigits: 1 })

/** Orders and revenue, side by side, of today or of two weeks. */
export function Trends({ overview, stretch }: { overview?: Overview; stretch: Stretch }) {
  const unit = stretch === 'today' ? 'hour' : 'day'
  return (
    <>
      <Orders overview={overview} stretch={stretch} title={`Orders per ${unit}`} />
      <Revenue overview={overview} stretch={stretch} title={`Revenue per ${unit}`} />
    </>
  )
}

type TrendProps = { overview?: Overview; stretch: Stretch; title: string }

const spansOf = ({ days, hours }: Overview, stretch: Stretch) => (stretch === 'today' ? hours : days)

const during = { today: 'today', days: 'in 14 days' }

function Orders({ overview, stretch, title }: TrendProps) {
  const spans = overview && spansOf(overview, stretch)
  const all = spans?.reduce((sum, span) => sum + placedIn(span), 0) ?? 0
  const failed = spans?.reduce((sum, span) => sum + outcomesOf(span).failed, 0) ?? 0
  return (
    <ChartPanel
      title={title}
      className="xl:col-span-7"
      aside={<Legend className="flex max-md:hidden" />}
      below={<Legend className="flex md:hidden" />}
      says={`${title}: ${count(all, 'order')} ${during[stretch]}, ${figure(failed)} of them failed.`}
      chart={
        spans && {
          rows: spans.map((span) => ({ name: spanName(span, stretch), ...outcomesOf(span) })),
          series: outcomes,
          write: figure,
          writeBriefly: (value) => brief.format(value),
        }
      }
    />
  )
}

/** In the currency that brought most; others have their numbers in the tile. */
function Revenue({ overview, stretch, title }: TrendProps) {
  const spans = overview && spansOf(overview, stretch)
  const currency = overview?.days.flatMap(({ revenue }) => revenue[0]?.currency ?? [])[0] ?? 'EUR'
  const rows = spans?.map((span) => ({
    name: spanName(span, stretch),
    amount: span.revenue.find((each) => each.currency === currency)?.amount ?? 0,
  }))
  const all = rows?.reduce((sum, { amount }) => sum + amount, 0) ?? 0
  return (
    <ChartPanel
      title={title}
      className="xl:col-span-5"
      aside={rows && <span className="tabular-nums">{`${money(all, currency)} ${during[stretch]}`}</span>}
      says={`${title}: ${money(all, currency)} ${during[stretch]}.`}
      chart={
        rows && {
          rows,
          series: [{ key: 'amount', word: 'Revenue', colour: 'var(--chart)' }],
          write: (value) => money(value, currency),
          writeBriefly: (value) => brief.format(value),
        }
      }
    />
  )
}

function Legend({ className }: { className: string }) {
  return (
    <span className={`flex-wrap gap-x-3 ${className}`}>
      {outcomes.map(({ key, word, square }) => (
        <span key={key} className="flex items-center gap-1.5">
          <i aria-hidden className={`size-2 rounded-[2px] ${square}`} />
          {word}
        </span>
      ))}
    </span>
  )
}

/** Today or two weeks, as an address. */
export const StretchChoice = ({ stretch }: { stretch: Stretch }) => (
  <SegmentedLinks
    label="Stretch of time"
    links={[
      { name: 'Today', href: '/admin?span=today', current: stretch === 'today' },
      { name: '14 days', href: '/admin', current: stretch === 'days' },
    ]}
  />
)
