import { ChevronRight, Inbox } from 'lucide-react'
import { count, duration } from '@/components/format'
import { Skeleton } from '@/components/ui/skeleton'
import type { StoreEvent } from './desk-types'
import { EventJson } from './event-json'
import { Empty, Failed } from './list-states'
import { ModuleName, ModuleSquare, moduleOf } from './modules'
import { Moment } from './moment'
import { Panel } from './panel'
import { saidBriefly } from './said-briefly'
import type { useStory } from './use-story'

/** From here on a gap was waiting, not work: the rail is dotted. */
const WAITED_MS = 1000

/** Every event of the order, with the time since the one before and what it was caused by. */
export function OrderTimeline({ story: { events, query } }: { story: ReturnType<typeof useStory> }) {
  return (
    <Panel
      title="Timeline"
      aside={events?.length ? `${count(events.length, 'event')}, time since the one before` : undefined}
    >
      {!events && query.error ? (
        <Failed title="The story did not arrive" query={query} />
      ) : events?.length === 0 ? (
        <Empty Icon={Inbox} title="No event yet">
          <p>The first one arrives with the order.</p>
        </Empty>
      ) : (
        <ol aria-busy={!events} aria-label="Events of this order" className="py-2">
          {events?.map((event, index) => (
            <TimelineItem
              key={event.eventId}
              event={event}
              before={events[index - 1]}
              after={events[index + 1]}
              cause={events.find(({ eventId }) => eventId === event.causationId)}
            />
          ))}
          {!events && <TimelineSkeleton />}
        </ol>
      )}
    </Panel>
  )
}

type ItemProps = { event: StoreEvent; before?: StoreEvent; after?: StoreEvent; cause?: StoreEvent }

function TimelineItem({ event, before, after, cause }: ItemProps) {
  const module = moduleOf(event)
  const since = msBetween(before, event)
  const note = saidBriefly(event)
  return (
    <li className="px-3.5">
      <details className="group">
        <summary className="grid list-none grid-cols-[60px_16px_minmax(0,1fr)] gap-x-2.5 rounded-2 -outline-offset-2 hover:bg-hover [&::-webkit-details-marker]:hidden">
          <span className="pt-2 text-right text-12 text-ink-3 tabular-nums leading-5">
            {since === undefined ? '0' : `+${duration(since)}`}
          </span>
          <Rail module={module} before={since} after={msBetween(event, after)} />
          <span className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-2 py-2 pr-1">
            <span className="flex min-w-0 items-center gap-1 font-medium">
              <span className="wrap-anywhere">{event.eventType}</span>
              <ChevronRight
                aria-hidden
                className="size-3.5 flex-none text-ink-3 transition-transform duration-(--quick) group-open:rotate-90"
                strokeWidth={1.8}
              />
            </span>
            <ModuleName module={module} square={false} />
            <span className="col-span-2 flex flex-wrap items-center gap-x-2 text-12 text-ink-3 tabular-nums">
              <span className="text-ink-2">{becauseOf(event, cause)}</span>
              {note && <span>{note}</span>}
              <span className="max-md:basis-full md:ml-auto">
                no. {event.sequence}, <Moment at={event.occurredAt} precise />
              </span>
            </span>
          </span>
        </summary>
        <div className="mb-2 ml-[86px] overflow-hidden rounded-2 border border-line max-md:ml-0">
          <EventJson event={event} />
        </div>
      </details>
    </li>
  )
}

/** "command" for what a person or a program asked for; otherwise the event that led here. */
function becauseOf(event: StoreEvent, cause?: StoreEvent): string {
  if (event.causationId === null) return 'command'
  return cause ? `because of ${cause.eventType}` : 'because of an earlier event'
}

const msBetween = (one?: StoreEvent, next?: StoreEvent) =>
  one && next && next.occurredAt.getTime() - one.occurredAt.getTime()

type RailProps = { module: ReturnType<typeof moduleOf>; before?: number; after?: number }

function Rail({ module, before, after }: RailProps) {
  return (
    <span aria-hidden className="relative">
      {before !== undefined && <span className={`absolute top-0 left-[7px] h-3 w-0.5 ${rail(before)}`} />}
      {after !== undefined && <span className={`absolute top-6 bottom-0 left-[7px] w-0.5 ${rail(after)}`} />}
      <ModuleSquare module={module} className="absolute top-[13px] left-[3px] size-2.5" />
    </span>
  )
}

const rail = (ms: number) =>
  ms < WAITED_MS ? 'bg-line' : 'bg-[repeating-linear-gradient(var(--line-strong)_0_3px,transparent_3px_7px)]'

function TimelineSkeleton() {
  return ['w-24', 'w-36', 'w-30', 'w-34', 'w-20', 'w-32', 'w-26'].map((width) => (
    <li key={width} className="grid h-13 grid-cols-[60px_16px_minmax(0,1fr)] gap-x-2.5 px-3.5 pt-3">
      <Skeleton className="ml-auto h-3 w-12" />
      <Skeleton className="ml-[3px] size-2.5" />
      <span className="grid content-start gap-2">
        <Skeleton className={`h-3 ${width}`} />
        <Skeleton className="h-2.5 w-48 max-w-full" />
      </span>
    </li>
  ))
}
