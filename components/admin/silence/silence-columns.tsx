import Link from 'next/link'
import { duration } from '@/components/format'
import { Button } from '@/components/ui/button'
import type { Column } from '../data-table'
import type { Module } from '../desk-types'
import { May } from '../may'
import { ModuleName, ModuleSquare } from '../modules'
import { Moment } from '../moment'
import { OrderLink } from '../order-link'
import { HeldBy } from './hold-words'
import type { Silent } from './questions'

type Act = { poke: (orderId: string) => void; poking?: string; saidBy: (eventType: string) => Module }

/** On a phone: the order and how late it is, what is awaited after what, then what holds it, and the poke. */
export const silenceColumns = ({ poke, poking, saidBy }: Act): Column<Silent>[] => [
  {
    name: 'Order',
    card: 'o',
    cell: ({ orderId }) => <OrderLink orderId={orderId} />,
    bars: ['w-20'],
  },
  {
    name: 'After',
    card: 'a',
    cell: ({ eventId, eventType }) => (
      <span className="flex items-center gap-2">
        <ModuleSquare module={saidBy(eventType)} className="size-2" />
        <Link href={`/admin/events?event=${eventId}`} prefetch={false} className="hover:underline">
          {eventType}
        </Link>
      </span>
    ),
    bars: ['w-32', 'w-24'],
  },
  {
    name: 'Awaited',
    card: 'w',
    className: 'md:w-full whitespace-normal',
    cell: ({ awaited, module }) => (
      <span className="flex flex-wrap items-center gap-x-2">
        <span className="font-medium">{awaited.join(' or ')}</span>
        <span className="flex items-center gap-1.5 text-12 text-ink-3">
          from <ModuleName module={module as Module} />
        </span>
      </span>
    ),
    bars: ['w-44', 'w-32'],
  },
  {
    name: 'Held by',
    card: 'h',
    className: 'max-md:whitespace-normal',
    cell: (silent) => <HeldBy {...silent} />,
    bars: ['w-36', 'w-28'],
  },
  {
    name: 'Waits since',
    right: true,
    className: 'max-lg:hidden',
    cell: ({ since }) => (
      <span className="text-ink-2">
        <Moment at={since} />
      </span>
    ),
    bars: ['w-14'],
  },
  {
    name: 'Late by',
    right: true,
    card: 'l',
    cell: ({ lateMs }) => (
      <span className="text-st-failed">
        {duration(lateMs)}
        <span className="md:hidden"> late</span>
      </span>
    ),
    bars: ['w-12'],
  },
  {
    name: 'Do',
    unnamed: true,
    right: true,
    card: 'p',
    className: 'max-md:-my-1.5 max-md:self-center',
    cell: ({ orderId, eventType }) => (
      <May do="dead-letters:write">
        <Button
          variant="quiet"
          className="-mr-3 max-md:h-11"
          pending={poking === orderId}
          onClick={() => poke(orderId)}
          aria-label={`Poke ${orderId} after ${eventType}`}
        >
          Poke
        </Button>
      </May>
    ),
    bars: ['w-8'],
  },
]

export const silenceCard = { areas: '"o l" "a a" "w w" "h p"', columns: 'minmax(0,1fr) auto' }
