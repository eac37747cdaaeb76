import { ChevronRight } from 'lucide-react'
import Link from 'next/link'
import { duration, shortId } from '@/components/format'
import { type Column, rowLink } from './data-table'
import type { StoreEvent } from './desk-types'
import { figure } from './figures'
import { ModuleName, ModuleSquare, moduleOf } from './modules'
import { Moment } from './moment'

/** An event with what the page around it knows: its cause, and whether its JSON is open. */
export type LogRow = { event: StoreEvent; cause?: StoreEvent; open: boolean; toggle: () => void }

/** On a phone: event and time, then order and position. */
export const eventColumns: Column<LogRow>[] = [
  {
    name: 'Position',
    right: true,
    card: 'p',
    cell: ({ event }) => <span className="text-ink-3">{figure(event.position)}</span>,
    bars: ['w-10'],
  },
  {
    name: 'Event',
    card: 'e',
    cell: (row) => <EventName {...row} />,
    bars: ['w-32', 'w-40', 'w-28'],
  },
  {
    name: 'Module',
    className: 'max-lg:hidden',
    cell: ({ event }) => <ModuleName module={moduleOf(event)} square={false} />,
    bars: ['w-14', 'w-12'],
  },
  { name: 'About', card: 'o', cell: ({ event }) => <About event={event} />, bars: ['w-20'] },
  {
    name: 'Cause',
    className: 'max-lg:hidden md:w-full',
    cell: ({ event, cause }) => <Cause event={event} cause={cause} />,
    bars: ['w-36', 'w-28'],
  },
  {
    name: 'Time',
    right: true,
    card: 't',
    cell: ({ event }) => (
      <span className="text-ink-2">
        <Moment at={event.occurredAt} precise />
      </span>
    ),
    bars: ['w-20'],
  },
]

function EventName({ event, open, toggle }: LogRow) {
  const module = moduleOf(event)
  return (
    <button
      type="button"
      aria-expanded={open}
      onClick={toggle}
      className={`flex items-center gap-2 font-medium ${rowLink}`}
    >
      <ModuleSquare module={module} className="size-2" />
      {event.eventType}
      <span className="sr-only lg:hidden">, {module}</span>
      <ChevronRight
        aria-hidden
        className={`size-3.5 text-ink-3 transition-transform duration-(--quick) ${open ? 'rotate-90' : ''}`}
        strokeWidth={1.8}
      />
    </button>
  )
}

const about = 'relative z-1 font-mono text-12 text-ink-2 hover:text-accent-text hover:underline max-md:ml-4'

/** The order whose story it belongs to, or the product it is about. */
function About({ event: { payload, lane } }: { event: StoreEvent }) {
  if ('orderId' in payload) {
    return (
      <Link
        href={`/admin/orders/${payload.orderId}`}
        aria-label={`Order ${payload.orderId}`}
        className={about}
      >
        {shortId(payload.orderId)}
      </Link>
    )
  }
  if ('sku' in payload) {
    return (
      <Link href={`/admin/inventory/${encodeURIComponent(payload.sku)}`} className={about}>
        {payload.sku}
      </Link>
    )
  }
  return <span className="font-mono text-12 text-ink-2 max-md:ml-4">{shortId(lane)}</span>
}

function Cause({ event, cause }: Pick<LogRow, 'event' | 'cause'>) {
  if (event.causationId === null) return <span className="text-ink-3">command</span>
  if (!cause) {
    return (
      <span className="font-mono text-12 text-ink-3" title={event.causationId}>
        {shortId(event.causationId)}
      </span>
    )
  }
  const since = duration(event.occurredAt.getTime() - cause.occurredAt.getTime())
  return (
    <span className="text-ink-2">
      {cause.eventType} <span className="text-ink-3 tabular-nums">+{since}</span>
    </span>
  )
}
