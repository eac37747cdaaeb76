import clsx from 'clsx'
import type { ReactNode } from 'react'
import { duration, money } from '@/components/format'
import { Skeleton } from '@/components/ui/skeleton'
import { figure } from '../figures'
import type { Overview } from './questions'

type Tile = { name: string; value: ReactNode; detail: string; alarming?: boolean }

const names = [
  'Orders today',
  'Revenue today',
  'Placed to shipped, p50',
  'Failed or rejected',
  'Waiting',
  'Dead letters',
]

/** Six numbers, each with what it should be read against. */
export function Tiles({ overview }: { overview?: Overview }) {
  const tiles = overview && tilesOf(overview)
  return (
    <dl
      aria-busy={!tiles}
      className="grid grid-cols-2 overflow-hidden rounded-3 border border-line bg-line gap-px md:grid-cols-3 xl:grid-cols-6"
    >
      {names.map((name, index) => (
        <div key={name} className="grid content-start bg-surface px-4 py-3.5 max-md:px-3.5 max-md:py-3">
          <dt className="whitespace-nowrap text-12 text-ink-3">{name}</dt>
          {tiles?.[index] ? <Figure {...tiles[index]} /> : <FigureSkeleton />}
        </div>
      ))}
    </dl>
  )
}

function Figure({ value, detail, alarming }: Tile) {
  return (
    <>
      <dd
        className={clsx(
          'mt-1 font-semibold text-24 tracking-[-0.025em] tabular-nums',
          alarming && 'text-st-failed',
        )}
      >
        {value}
      </dd>
      <dd className="text-12 text-ink-3 tabular-nums">{detail}</dd>
    </>
  )
}

function FigureSkeleton() {
  return (
    <>
      <dd className="mt-1 flex h-8 items-center">
        <Skeleton className="h-5 w-20" />
      </dd>
      <dd className="flex h-4 items-center">
        <Skeleton className="h-2.5 w-28 max-w-full" />
      </dd>
    </>
  )
}

function tilesOf({
  ordersByStatus,
  ordersToday,
  revenueToday,
  rejectedToday,
  failedToday,
  failedShare,
  placedToShipped,
  deliveries,
}: Overview): Tile[] {
  const open = ordersByStatus.PENDING + ordersByStatus.CONFIRMED + ordersByStatus.PAID
  const [revenue, ...otherRevenue] = revenueToday
  const waiting = deliveries.waiting - deliveries.parked
  return [
    {
      name: 'Orders today',
      value: figure(ordersToday),
      detail: open ? `${figure(open)} on the way` : 'none on the way',
    },
    {
      name: 'Revenue today',
      value: revenue ? money(revenue.amount, revenue.currency) : '–',
      detail: otherRevenue.length
        ? `and ${otherRevenue.map(({ amount, currency }) => money(amount, currency)).join(', ')}`
        : revenue
          ? 'paid orders'
          : 'nothing paid yet',
    },
    {
      name: 'Placed to shipped, p50',
      value: placedToShipped ? <Measure text={duration(placedToShipped.p50Ms)} /> : '–',
      detail: placedToShipped
        ? `p95 ${duration(placedToShipped.p95Ms)}, last ${figure(placedToShipped.shipped)}`
        : 'nothing shipped yet',
    },
    {
      name: 'Failed or rejected',
      value: failedShare === null ? '–' : <Measure text={`${percent.format(failedShare * 100)}\u202F%`} />,
      detail: `${figure(failedToday)} failed, ${figure(rejectedToday)} rejected today`,
    },
    {
      name: 'Waiting',
      value: figure(waiting),
      detail: deliveries.oldestDueSeconds
        ? `oldest due for ${duration(deliveries.oldestDueSeconds * 1000)}`
        : `${waiting === 1 ? 'delivery' : 'deliveries'}, none overdue`,
    },
    {
      name: 'Dead letters',
      value: figure(deliveries.dead),
      detail: deliveries.dead
        ? deliveries.parked
          ? `${figure(deliveries.parked)} parked behind them`
          : 'nothing parked behind'
        : 'every event arrived',
      alarming: deliveries.dead > 0,
    },
  ]
}

const percent = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 })

/** "2.63 s" with its unit set small. */
function Measure({ text }: { text: string }) {
  const [value, ...unit] = text.split('\u202F')
  return (
    <>
      {value}
      <small className="font-medium text-14 text-ink-2 tracking-normal">{` ${unit.join(' ')}`}</small>
    </>
  )
}
