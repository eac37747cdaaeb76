import Link from 'next/link'
import { duration, shortId } from '@/components/format'
import { type Column, rowLink } from './data-table'
import type { StoreEvent } from './desk-types'
import { figure } from './figures'
import { ModuleSquare, moduleOf } from './modules'
import { Moment } from './moment'
import { OrderLink } from './order-link'

/** An event with what the page around it knows: its cause, and how it is opened. */
export type LogRow = {
  event: StoreEvent
  cause?: StoreEvent
  href: string
  isOpen: boolean
  open: () => void
  /** The row was reached by keyboard. */
  reach: () => void
}

/** On a phone: event and time, then order and position. */
export const eventColumns: Column<LogRow>[] = [
  {
    name: 'Position',
    right: true,
    card: 'p',
    cell: ({ event }) => <span className="text-ink-3">{figure(event.position)}</span>,
    bars: ['w-10'],
  },
  { name: 'Event', card: 'e', cell: (row) => <EventName {...row} />, bars: ['w-32', 'w-40', 'w-28'] },
  {
    name: 'About',
    className: 'md:w-full',
    card: 'o',
    cell: ({ event }) => <About event={event} />,
    bars: ['w-20'],
  },
  {
    name: 'Since cause',
    right: true,
    className: 'max-lg:hidden',
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

/** A real link, so that it opens in a new tab too; pressed plainly it opens beside the list. */
function EventName({ event, href, isOpen, open, reach }: LogRow) {
  const module = moduleOf(event)
  return (
    <a
      href={href}
      aria-current={isOpen || undefined}
      onClick={(press) => {
        if (press.metaKey || press.ctrlKey || press.shiftKey) return
        press.preventDefault()
        open()
      }}
      onFocus={({ currentTarget }) => currentTarget.matches(':focus-visible') && reach()}
      className={`flex items-center gap-2 font-medium ${rowLink}`}
    >
      <ModuleSquare module={module} className="size-2" />
      {event.eventType}
      <span className="sr-only">, {module}</span>
    </a>
  )
}

const about = 'relative z-1 font-mono text-12 text-ink-2 hover:text-accent-text hover:underline max-md:ml-4'

/** The order whose story it belongs to, or the product it is about. */
function About({ event: { payload, lane } }: { event: StoreEvent }) {
  if ('orderId' in payload) {
    return <OrderLink orderId={payload.orderId} className={about} />
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
  if (!cause) return <span className="text-ink-3">earlier</span>
  const since = duration(event.occurredAt.getTime() - cause.occurredAt.getTime())
  return (
    <span className="text-ink-3">
      <span className="text-ink-2 group-data-open/log:hidden">{cause.eventType} </span>+{since}
    </span>
  )
}
