import { duration } from '@/components/format'
import type { Module, Receipt, StoreEvent } from '../desk-types'
import { moduleOf } from '../modules'
import { type Reaction, reactionsOf } from './receipts'

type Incident = Receipt['incidents'][number]

/** One thing that happened. `index` is the number of the last event that had happened then: 1 for the first. */
export type Step =
  | {
      kind: 'event'
      key: string
      index: number
      at: Date
      module: Module
      event: StoreEvent
      cause?: StoreEvent
      reactions: Reaction[]
    }
  | {
      kind: 'mark'
      key: string
      index: number
      at: Date
      module: Module
      /** FAILED, DEAD, REDRIVEN or DISCARDED as it was noted; DONE when it went through after all that, or after long. */
      mark: Incident['kind'] | 'DONE'
      reaction: Reaction
      words: string
      /** What the house calls backoff. */
      waitsMs?: number
    }

export type EventStep = Extract<Step, { kind: 'event' }>
export type MarkStep = Extract<Step, { kind: 'mark' }>

/** A reaction that took this long without failing was waiting for somebody outside. */
const SLOW_MS = 1_000

/** Everything that happened to an order, events and tries, in the order in which it did. */
export function storyOf(events: readonly StoreEvent[], receipts: readonly Receipt[]): Step[] {
  const reactions = reactionsOf(receipts)
  const told = events.map(
    (event, at): EventStep => ({
      kind: 'event',
      key: event.eventId,
      index: at + 1,
      at: event.occurredAt,
      module: moduleOf(event),
      event,
      cause: events.find(({ eventId }) => eventId === event.causationId),
      reactions: reactions.filter(({ eventId }) => eventId === event.eventId),
    }),
  )
  const marks = reactions.flatMap((reaction) => marksOf(reaction, told))
  return told.flatMap((step) => [
    step,
    ...marks.filter(({ index }) => index === step.index).sort((a, b) => a.at.getTime() - b.at.getTime()),
  ])
}

function marksOf(reaction: Reaction, told: EventStep[]): MarkStep[] {
  const own = told.find(({ event }) => event.eventId === reaction.eventId)
  if (!own) return []
  const { module, eventId } = reaction
  const mark = (
    kind: MarkStep['mark'],
    at: Date,
    rest: Pick<MarkStep, 'words' | 'waitsMs'>,
    index?: number,
  ) => ({
    kind: 'mark' as const,
    key: `${eventId} ${module} ${kind} ${at.getTime()}`,
    index: index ?? Math.max(own.index, lastBefore(at, told)),
    at,
    module,
    mark: kind,
    reaction,
    ...rest,
  })
  const marks = reaction.incidents.map((incident) =>
    mark(incident.kind, incident.at, {
      words: said(incident),
      waitsMs: incident.nextAttemptAt ? incident.nextAttemptAt.getTime() - incident.at.getTime() : undefined,
    }),
  )
  const end = endOf(reaction)
  if (!end || !reaction.finishedAt) return marks
  // What it led to was written down before it was: it stands in front of that.
  const effect = told.find(({ event, module: by }) => event.causationId === eventId && by === module)
  return [...marks, mark('DONE', reaction.finishedAt, { words: end }, effect && effect.index - 1)]
}

/** How it went through, when that is worth a word of its own. */
function endOf({ verdict, tries, tookMs = 0, parked, ignored }: Reaction): string | undefined {
  if (verdict === 'retried') return `Try ${tries}: done`
  if (verdict !== 'done' && verdict !== 'ignored') return undefined
  const how = ignored === null ? 'done' : `ignored, ${ignored}`
  if (parked) return `Its turn after ${duration(parked.ms ?? 0)}: ${how}`
  return tookMs >= SLOW_MS ? `Answered after ${duration(tookMs)}: ${how}` : undefined
}

function said({ kind, attempt, error, by, reason }: Incident): string {
  if (kind === 'REDRIVEN') return `Redriven by ${by}`
  if (kind === 'DISCARDED') return `Discarded by ${by}: ${reason}`
  return `Try ${attempt}: ${error}`
}

const lastBefore = (at: Date, told: EventStep[]) =>
  told.findLast(({ at: then }) => then.getTime() <= at.getTime())?.index ?? 0

export const eventsOf = (steps: readonly Step[]) =>
  steps.filter((step): step is EventStep => step.kind === 'event')
