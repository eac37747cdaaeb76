import { duration } from '@/components/format'
import type { Column } from '../data-table'
import type { MappedEvent, Module } from '../desk-types'
import { ModuleName, ModuleSquare } from '../modules'
import { Moment } from '../moment'
import { type OpenRow, RowOpener } from '../open-row'
import { MarkBadge } from './mark-badge'
import { type ContractMap, lately } from './questions'

/** On a phone: the event and what is odd about it, then who hears it and how often it was said. */
export function contractColumns(map?: ContractMap, row?: OpenRow): Column<MappedEvent>[] {
  const ifThereIsRoom = row?.open ? 'max-lg:hidden xl:hidden' : 'max-lg:hidden'
  return [
    {
      name: 'Event',
      card: 'e',
      cell: ({ eventType, saidBy }) => (
        <span className="flex min-w-0 items-center gap-2">
          <ModuleSquare module={saidBy} className="size-2" />
          {row && (
            <RowOpener row={row} id={eventType} className="truncate font-medium">
              {eventType}
            </RowOpener>
          )}
        </span>
      ),
      bars: ['w-32', 'w-40', 'w-28'],
    },
    {
      name: 'Said by',
      className: ifThereIsRoom,
      cell: ({ saidBy }) => <ModuleName module={saidBy} square={false} />,
      bars: ['w-14', 'w-18'],
    },
    {
      name: 'Heard by, p95',
      card: 'h',
      className: 'md:w-full max-md:whitespace-normal',
      cell: (event) => <Heard event={event} />,
      bars: ['w-24', 'w-16'],
    },
    {
      name: 'Version',
      right: true,
      className: ifThereIsRoom,
      cell: ({ version }) => <span className="text-ink-2">{version}</span>,
      bars: ['w-3'],
    },
    {
      name: 'In 24 h',
      right: true,
      card: 'n',
      cell: ({ seen }) => (
        <span className={seen?.lately ? '' : 'text-ink-3'}>
          {seen && map ? lately(seen, map) : 0}
          <span className="text-ink-3 md:hidden"> in 24 h</span>
        </span>
      ),
      bars: ['w-8'],
    },
    {
      name: 'Last said',
      right: true,
      cell: ({ seen }) => <span className="text-ink-2">{seen ? <Moment at={seen.last.at} /> : 'never'}</span>,
      bars: ['w-14'],
    },
    {
      name: 'To look at',
      card: 'm',
      className: 'max-md:text-right',
      cell: ({ marks }) => (
        <span className="inline-flex gap-1">
          {marks
            .filter(({ kind }, index) => marks.findIndex((mark) => mark.kind === kind) === index)
            .map((mark) => (
              <MarkBadge key={mark.kind} {...mark} />
            ))}
        </span>
      ),
      bars: [],
    },
  ]
}

/** Who reacts, each with how long nearly all of its work takes. */
function Heard({ event: { paces, forTheRecord } }: { event: MappedEvent }) {
  if (paces.length === 0)
    return <span className="text-ink-3">{forTheRecord ? 'for the record' : 'nobody'}</span>
  return (
    <span className="flex flex-wrap gap-x-3">
      {paces.map(({ module, p95Ms }) => (
        <span key={module} className="flex items-center gap-1.5 tabular-nums">
          <ModuleName module={module as Module} />
          {p95Ms !== null && <span className="text-12 text-ink-3">{duration(p95Ms)}</span>}
        </span>
      ))}
    </span>
  )
}
