import clsx from 'clsx'
import { KeyRound, TriangleAlert, UserRound } from 'lucide-react'
import type { Column } from '../data-table'
import type { AuditEntry } from '../desk-types'
import { Moment } from '../moment'
import { type OpenRow, RowOpener } from '../open-row'
import { changeOf, isRefusal, nameOf, saidOf, targetOf } from './audit-words'
import type { Names } from './use-known'

/** On a phone: what was done and when, to what, then by whom. */
export function auditColumns(row?: OpenRow, names?: Names): Column<AuditEntry>[] {
  const narrow = row?.open ? 'max-lg:hidden xl:hidden' : 'max-lg:hidden'
  return [
    {
      name: 'Time',
      card: 't',
      cell: ({ at }) => (
        <span className="text-ink-3">
          <Moment at={at} />
        </span>
      ),
      bars: ['w-14'],
    },
    {
      name: 'Who',
      card: 'w',
      className: 'md:max-w-48',
      cell: (entry) => <Who entry={entry} />,
      bars: ['w-32', 'w-24'],
    },
    {
      name: 'Did',
      card: 'd',
      cell: (entry) =>
        row && (
          <RowOpener
            row={row}
            id={String(entry.position)}
            label={`${saidOf(entry)}, by ${nameOf(entry)}, entry ${entry.position}`}
            className={clsx('font-medium', isRefusal(entry) && 'text-st-failed')}
          >
            {saidOf(entry)}
          </RowOpener>
        ),
      bars: ['w-24', 'w-20'],
    },
    {
      name: 'To what',
      card: 'o',
      className: 'md:max-w-64',
      cell: ({ target }) =>
        target && <span className="block truncate tabular-nums">{targetOf(target, names).said}</span>,
      bars: ['w-28', 'w-36'],
    },
    {
      name: 'Change',
      className: clsx('md:w-full md:max-w-0', narrow),
      cell: (entry) => (
        <span className="block truncate text-ink-3 tabular-nums" title={changeOf(entry)}>
          {changeOf(entry)}
        </span>
      ),
      bars: ['w-40', 'w-28'],
    },
  ]
}

const icons = { staff: UserRound, key: KeyRound, customer: UserRound, nobody: TriangleAlert }

function Who({ entry }: { entry: AuditEntry }) {
  const Icon = icons[entry.who.kind]
  return (
    <span
      className={clsx('flex items-center gap-2', isRefusal(entry) ? 'text-st-failed' : 'text-ink-2')}
      title={entry.who.kind}
    >
      <Icon aria-hidden className="size-3.5 flex-none max-md:hidden" strokeWidth={1.6} />
      <span className="truncate">{nameOf(entry)}</span>
      <span className="sr-only">, {entry.who.kind}</span>
    </span>
  )
}
