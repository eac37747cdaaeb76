import { Button } from '@/components/ui/button'
import { CopyId } from '../copy-id'
import { type Column, rowLink } from '../data-table'
import type { Module } from '../desk-types'
import { May } from '../may'
import { ModuleSquare } from '../modules'
import { Moment } from '../moment'
import { OrderLink } from '../order-link'
import { answerOf } from './answer'
import type { Delivery } from './questions'

type Act = {
  saidBy: (eventType: string) => Module
  open?: string
  toggle: (eventId: string) => void
  /** Nothing is sent again while the endpoint is not on. */
  resend?: (eventId: string) => void
  resending?: string
}

/** On a phone: the event and the button, what it answered, then its tries and the time. */
export const deliveryColumns = ({ saidBy, open, toggle, resend, resending }: Act): Column<Delivery>[] => [
  {
    name: 'Event',
    card: 'e',
    cell: ({ eventId, eventType }) => (
      <span className="flex min-w-0 items-center gap-2">
        <ModuleSquare module={saidBy(eventType)} className="size-2" />
        <button
          type="button"
          aria-expanded={eventId === open}
          onClick={() => toggle(eventId)}
          className={`truncate font-medium ${rowLink}`}
        >
          {eventType}
        </button>
      </span>
    ),
    bars: ['w-28', 'w-36', 'w-24'],
  },
  {
    name: 'Order',
    className: 'max-lg:hidden',
    cell: ({ eventType, lane }) => (
      <span className="relative z-1 text-ink-2">
        {isOfOrder(eventType) ? <OrderLink orderId={lane} /> : <CopyId id={lane} label="product id" />}
      </span>
    ),
    bars: ['w-20'],
  },
  {
    name: 'Attempts',
    card: 't',
    cell: (delivery) => <Pips {...delivery} />,
    bars: ['w-4', 'w-2'],
  },
  {
    name: 'Last answer',
    card: 'a',
    className: 'md:w-full md:max-w-0',
    cell: (delivery) => <LastAnswer {...delivery} />,
    bars: ['w-24', 'w-20'],
  },
  {
    name: 'Time',
    right: true,
    card: 'w',
    cell: ({ occurredAt }) => (
      <span className="text-ink-2">
        <Moment at={occurredAt} precise />
      </span>
    ),
    bars: ['w-20'],
  },
  {
    name: 'Do',
    unnamed: true,
    right: true,
    card: 'r',
    className: 'max-md:-my-1.5',
    cell: ({ eventId, eventType }) =>
      resend && (
        <May do="webhooks:write">
          <Button
            variant="quiet"
            className="-mr-3 relative z-1 h-7! max-md:h-11!"
            pending={resending === eventId}
            onClick={() => resend(eventId)}
            aria-label={`Resend ${eventType} ${eventId}`}
          >
            Resend
          </Button>
        </May>
      ),
    bars: ['w-12'],
  },
]

export const deliveryCard = { areas: '"e r" "a a" "t w"', columns: 'minmax(0,1fr) auto' }

/** What belongs to no order is told of products. */
const isOfOrder = (eventType: string) => !/^(Product|Stock)/.test(eventType)

/** As many as one can tell apart. */
const PIPS = 12

/** A square for what arrived, a ring for what failed, a dashed one for what is still to come. */
function Pips({ attempts, status }: Delivery) {
  const failed = attempts.filter(({ error }) => error !== null).length
  const arrived = attempts.length - failed
  const ends = { ARRIVED: 'then arrived', GIVEN_UP: 'given up', WAITING: 'waiting', HELD: 'held' }
  const said = [failed > 0 && `${failed} failed`, arrived > 1 && `arrived ${arrived} times`, ends[status]]
  return (
    <span
      role="img"
      aria-label={said.filter(Boolean).join(', ')}
      className="inline-flex gap-0.75 align-middle"
    >
      {attempts.slice(-PIPS).map(({ redrive, number, error }) => (
        <i
          key={`${redrive}.${number}`}
          className={
            error === null
              ? 'size-2 rounded-[2px] bg-st-shipped-solid'
              : 'size-2 rounded-full border-2 border-st-failed-solid bg-surface'
          }
        />
      ))}
      {status === 'WAITING' && (
        <i className="size-2 rounded-full border-[1.5px] border-line-strong border-dashed" />
      )}
    </span>
  )
}

function LastAnswer(delivery: Delivery) {
  const { Icon, colour, said } = answerOf(delivery, Date.now())
  return (
    <span
      className={`flex min-w-0 items-center gap-1.5 font-medium ${colour}`}
      title={said}
      suppressHydrationWarning
    >
      <Icon aria-hidden className="size-3.5 flex-none" strokeWidth={2} />
      <span className="truncate max-md:whitespace-normal" suppressHydrationWarning>
        {said}
      </span>
    </span>
  )
}
