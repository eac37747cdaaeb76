'use client'

import Link from 'next/link'
import { count, money } from '@/components/format'
import { figure } from '../figures'
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
export function StretchChoice({ stretch }: { stretch: Stretch }) {
  return (
    <nav aria-label="Stretch of time">
      <ul className="flex gap-0.5 rounded-2 border border-line bg-sunken p-0.5">
        {(
          [
            ['today', 'Today', '/admin?span=today'],
            ['days', '14 days', '/admin'],
          ] as const
        ).map(([own, name, href]) => (
          <li key={own}>
            <Link
              href={href}
              scroll={false}
              aria-current={own === stretch ? 'true' : undefined}
              className="flex h-7 items-center rounded-1 px-3 font-medium text-12 text-ink-2 hover:text-ink aria-[current]:bg-raised aria-[current]:text-ink aria-[current]:shadow-1 max-md:h-9"
            >
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
