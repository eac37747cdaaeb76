import clsx from 'clsx'
import type { DiffLine } from './black-box/state-at'

/** What was and what is, line by line: what changed stands twice, with its sign, so that colour never speaks alone. */
export function DiffLines({ lines }: { lines: DiffLine[] }) {
  return (
    <dl>
      {lines.map(({ sign, name, value }) => (
        <div
          key={`${sign}${name}`}
          className={clsx(
            'grid grid-cols-[14px_minmax(80px,auto)_minmax(0,1fr)] gap-x-2 px-3',
            sign === '+' && 'bg-st-shipped-soft text-st-shipped',
            sign === '−' && 'bg-st-failed-soft text-st-failed',
            !sign && 'text-ink-2',
          )}
        >
          <dt className="col-span-2 grid grid-cols-subgrid whitespace-nowrap">
            <span>{sign}</span>
            <span>{name}</span>
          </dt>
          <dd className="min-w-0 wrap-anywhere">{value}</dd>
        </div>
      ))}
    </dl>
  )
}

/** How many lines came and went. */
export function DiffCount({ lines }: { lines: DiffLine[] }) {
  const changed = (sign: DiffLine['sign']) => lines.filter((line) => line.sign === sign).length
  return (
    <span className="font-mono tabular-nums">
      <span className="text-st-shipped">+{changed('+')}</span>{' '}
      <span className="text-st-failed">−{changed('−')}</span>
    </span>
  )
}
