import {
  BellOff,
  CircleX,
  Clock,
  CornerDownRight,
  Hourglass,
  type LucideIcon,
  Minus,
  Pause,
  RotateCw,
} from 'lucide-react'
import type { Route } from 'next'
import Link from 'next/link'
import { duration } from '@/components/format'
import type { Hold, Silent } from './questions'

type Words = { Icon: LucideIcon; colour: string; said: string; more?: string }

/** What holds something up, in a few words; `more` is for who wants to know exactly. */
export function wordsOf(hold: Hold): Words {
  switch (hold.kind) {
    case 'DEAD':
      return { Icon: CircleX, colour: 'text-st-failed', said: 'a dead letter', more: hold.error }
    case 'PARKED': {
      const { eventType, dead } = hold.behind
      const said = `parked behind ${dead ? 'the dead letter of ' : ''}${eventType}`
      return { Icon: Pause, colour: 'text-st-cancelled-solid', said }
    }
    case 'HELD':
      return { Icon: Hourglass, colour: 'text-ink-3', said: 'being worked on' }
    case 'RETRY':
      return {
        Icon: RotateCw,
        colour: 'text-st-cancelled-solid',
        said: `try ${hold.attempt} of ${hold.of} in ${duration(hold.inMs)}`,
        more: hold.error,
      }
    case 'PUT_OFF':
      return { Icon: Clock, colour: 'text-ink-3', said: `put off, due in ${duration(hold.inMs)}` }
    case 'DUE':
      return {
        Icon: BellOff,
        colour: 'text-st-failed',
        said: `due for ${duration(hold.forMs)}, and nobody came`,
      }
    case 'DONE':
      return {
        Icon: Minus,
        colour: 'text-st-failed',
        said: hold.ignored ? `did nothing: ${hold.ignored}` : 'is done, and said nothing',
      }
    case 'NOTHING':
      return { Icon: CornerDownRight, colour: 'text-st-failed', said: 'was never handed over' }
  }
}

type HeldByProps = Pick<Silent, 'eventId' | 'module' | 'hold'>

/** What holds an order up, with the way to where it can be decided. */
export function HeldBy({ eventId, module, hold }: HeldByProps) {
  const { Icon, colour, said, more } = wordsOf(hold)
  const letter = letterOf({ eventId, module, hold })
  return (
    <span className="inline-flex min-w-0 items-baseline gap-1.5" title={more}>
      <Icon aria-hidden className={`size-3.5 flex-none self-center ${colour}`} strokeWidth={1.8} />
      {letter ? (
        <Link href={letter} className="text-link">
          {said}
        </Link>
      ) : (
        said
      )}
    </span>
  )
}

/** Where it is decided about the dead letter in the way, if there is one. */
function letterOf({ eventId, module, hold }: HeldByProps): Route | undefined {
  const dead =
    (hold.kind === 'DEAD' && eventId) || (hold.kind === 'PARKED' && hold.behind.dead && hold.behind.eventId)
  return dead ? (`/admin/dead-letters?event=${dead}&module=${module}` as Route) : undefined
}
