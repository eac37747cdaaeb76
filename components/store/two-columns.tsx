import type { ReactNode } from 'react'

/** What there is to do at the left, the order in a card at the right; on a phone one below the other. */
export function TwoColumns({ children, aside }: { children: ReactNode; aside: ReactNode }) {
  return (
    <div className="wide grid max-w-[688px] grid-cols-1 items-start gap-x-28 gap-y-6 pt-8 md:pt-14 lg:max-w-[1360px] lg:grid-cols-[minmax(0,600px)_minmax(0,400px)] lg:justify-center">
      <div className="min-w-0">{children}</div>
      {aside}
    </div>
  )
}

export function SummaryCard({ label, children }: { label: string; children: ReactNode }) {
  return (
    <aside
      aria-label={label}
      className="rounded-4 border border-line bg-surface px-4 pt-2 pb-4 md:px-6 md:pt-3 md:pb-6 lg:sticky lg:top-26"
    >
      {children}
    </aside>
  )
}

/** The rows above the total, then the total. */
export function Totals({ rows, total }: { rows: [term: ReactNode, value: ReactNode][]; total: ReactNode }) {
  return (
    <dl className="grid gap-2 pt-3 text-15">
      {rows.map(([term, value], index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: fixed rows, in their order
        <div key={index} className="flex justify-between gap-4">
          <dt className="text-ink-2">{term}</dt>
          <dd className="tabular-nums">{value}</dd>
        </div>
      ))}
      <div className="flex justify-between gap-4 pt-1 font-semibold text-18">
        <dt>Total</dt>
        <dd className="tabular-nums">{total}</dd>
      </div>
    </dl>
  )
}
