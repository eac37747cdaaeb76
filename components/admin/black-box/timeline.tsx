import clsx from 'clsx'
import { Check, CircleX, Hourglass, type LucideIcon, Minus, Pause, RotateCw, Trash2 } from 'lucide-react'
import type { Route } from 'next'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { duration } from '@/components/format'
import { rowLink } from '../data-table'
import type { Module, StoreEvent } from '../desk-types'
import { ModuleName, ModuleSquare } from '../modules'
import { Moment } from '../moment'
import { saidBriefly } from '../said-briefly'
import type { Reaction, Verdict } from './receipts'
import type { EventStep, MarkStep, Step } from './story'

/** From here on a gap was waiting, not work: the rail is dotted. */
const WAITED_MS = 1_000

type TimelineProps = { steps: Step[]; moment: number; go: (moment: number) => void }

/** Everything that happened, in one line: events with what became of them, and the tries between them. */
export function Timeline({ steps, moment, go }: TimelineProps) {
  return (
    <ol aria-label="Events of this order" className="py-2">
      {steps.map((step, at) => {
        const before = steps[at - 1]
        const since = before && Math.max(0, step.at.getTime() - before.at.getTime())
        const row = { since, last: at === steps.length - 1 }
        return step.kind === 'event' ? (
          <EventRow key={step.key} {...row} step={step} moment={moment} go={go} />
        ) : (
          <MarkRow key={step.key} {...row} step={step} future={step.index > moment} />
        )
      })}
    </ol>
  )
}

type RowProps = { since?: number; last: boolean }
type EventRowProps = RowProps & { step: EventStep; moment: number; go: (moment: number) => void }

function EventRow({ step, since, last, moment, go }: EventRowProps) {
  const { event, index, module, cause, reactions } = step
  const current = index === moment
  const note = saidBriefly(event)
  return (
    <Row
      since={since}
      last={last}
      current={current}
      square={<ModuleSquare module={module} className="size-2.5" />}
    >
      <span className="flex items-baseline justify-between gap-2">
        <button
          type="button"
          aria-current={current ? 'step' : undefined}
          onClick={() => go(index)}
          className={clsx(
            'min-w-0 text-left wrap-anywhere',
            rowLink,
            index > moment ? 'text-ink-3' : 'font-medium',
          )}
        >
          {event.eventType}
        </button>
        <ModuleName module={module} square={false} />
      </span>
      <span className="flex flex-wrap items-center gap-x-2 gap-y-0.5 text-12 text-ink-3 tabular-nums">
        {reactions.map((reaction) => (
          <Receipt key={reaction.module} reaction={reaction} />
        ))}
        {reactions.length === 0 && <span>nobody reacts</span>}
        <span>{becauseOf(event, cause)}</span>
        {note && <span className="whitespace-pre-line text-ink-2 wrap-anywhere">{note}</span>}
        <span className="sr-only">
          no. {event.sequence}, <Moment at={event.occurredAt} precise />
        </span>
      </span>
    </Row>
  )
}

/** "command" for what a person or a program asked for; otherwise the event that led here. */
function becauseOf(event: StoreEvent, cause?: StoreEvent): string {
  if (event.causationId === null) return 'command'
  return cause ? `because of ${cause.eventType}` : 'because of an earlier event'
}

function MarkRow({ step, since, last, future }: RowProps & { step: MarkStep; future: boolean }) {
  const failed = step.mark === 'FAILED' || step.mark === 'DEAD'
  return (
    <Row
      since={since}
      last={last}
      square={
        <i
          className={clsx(
            'block size-2.5 rounded-full border-2 bg-surface',
            failed ? 'border-st-failed-solid' : 'border-st-shipped-solid',
          )}
        />
      }
      tight
    >
      <span
        className={clsx(
          'text-12 wrap-anywhere',
          future ? 'text-ink-3' : failed ? 'text-st-failed' : 'text-ink-2',
        )}
      >
        <ModuleWord module={step.module} /> {step.words}
      </span>
      {step.waitsMs !== undefined && step.mark === 'FAILED' && (
        <span className="block text-12 text-ink-3">waits {duration(step.waitsMs)}</span>
      )}
    </Row>
  )
}

const ModuleWord = ({ module }: { module: Module }) => <span className="text-ink-3">{module}:</span>

type FrameProps = RowProps & { current?: boolean; tight?: boolean; square: ReactNode; children: ReactNode }

function Row({ since, last, current, tight, square, children }: FrameProps) {
  const waited = since !== undefined && since >= WAITED_MS
  return (
    <li
      className={clsx(
        'relative grid grid-cols-[60px_16px_minmax(0,1fr)] gap-x-2.5 px-3.5',
        current ? 'bg-accent-soft shadow-[inset_2px_0_0_var(--accent)]' : 'hover:bg-hover',
      )}
    >
      <span className={clsx('text-right text-12 text-ink-3 leading-5 tabular-nums', tight ? 'pt-1' : 'pt-2')}>
        {since === undefined ? '0' : `+${duration(since)}`}
      </span>
      <span aria-hidden className="relative">
        {since !== undefined && (
          <span
            className={clsx(
              'absolute top-0 left-[7px] w-0.5',
              tight ? 'h-2' : 'h-3',
              waited
                ? 'bg-[repeating-linear-gradient(var(--line-strong)_0_3px,transparent_3px_6px)]'
                : 'bg-line',
            )}
          />
        )}
        {!last && (
          <span className={clsx('absolute bottom-0 left-[7px] w-0.5 bg-line', tight ? 'top-5' : 'top-6')} />
        )}
        <span className={clsx('absolute left-[3px]', tight ? 'top-[9px]' : 'top-[13px]')}>{square}</span>
      </span>
      <span className={clsx('grid min-w-0', tight ? 'py-1' : 'py-2')}>{children}</span>
    </li>
  )
}

const looks: Record<Verdict, { Icon: LucideIcon; colour: string; words: string }> = {
  done: { Icon: Check, colour: 'text-st-shipped', words: 'text-ink-2' },
  retried: { Icon: RotateCw, colour: 'text-st-cancelled', words: 'text-ink-2' },
  ignored: { Icon: Minus, colour: 'text-ink-3', words: 'text-ink-3' },
  waiting: { Icon: Hourglass, colour: 'text-ink-3', words: 'text-ink-3' },
  retrying: { Icon: RotateCw, colour: 'text-st-failed', words: 'text-st-failed' },
  parked: { Icon: Pause, colour: 'text-st-cancelled', words: 'text-ink-2' },
  dead: { Icon: CircleX, colour: 'text-st-failed', words: 'text-st-failed' },
  discarded: { Icon: Trash2, colour: 'text-st-cancelled', words: 'text-ink-2' },
}

/** How one module took the event; a dead one leads to where it can be brought back. */
function Receipt({ reaction }: { reaction: Reaction }) {
  const { verdict, module, words, eventId, redrives, parked } = reaction
  const { Icon, colour, words: tone } = looks[verdict === 'done' && parked ? 'parked' : verdict]
  const said = `${module}, ${words}`
  return (
    <span className={clsx('inline-flex items-start gap-1', tone)}>
      <Icon aria-hidden className={clsx('mt-0.5 size-3 flex-none', colour)} strokeWidth={2.2} />
      {verdict === 'dead' || redrives > 0 ? (
        <Link
          href={`/admin/dead-letters?event=${eventId}&module=${module}` as Route}
          className="relative z-1 text-link"
        >
          {said}
        </Link>
      ) : (
        said
      )}
    </span>
  )
}
