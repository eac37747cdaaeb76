import { duration } from '@/components/format'
import type { StoreEvent } from './desk-types'
import { ModuleSquare, moduleOf } from './modules'

type TreeProps = {
  story: StoreEvent[]
  eventId: string
  hrefOf: (eventId: string) => string
  open: (eventId: string) => void
}

/** What led to what, in the whole story of an event: commands are the roots, effects stand under their causes. */
export function EventTree(props: TreeProps) {
  const known = new Set(props.story.map(({ eventId }) => eventId))
  const roots = props.story.filter(({ causationId }) => !causationId || !known.has(causationId))
  return (
    <ul className="px-4 pt-1 pb-3">
      {roots.map((event) => (
        <Node key={event.eventId} event={event} since={props.story[0]} {...props} />
      ))}
    </ul>
  )
}

const branch =
  'relative pl-5 before:absolute before:-top-1.5 before:left-[7px] before:h-5.5 before:w-[9px] before:rounded-bl-[5px] before:border-line before:border-b-[1.5px] before:border-l-[1.5px] not-last:after:absolute not-last:after:inset-y-0 not-last:after:left-[7px] not-last:after:border-line not-last:after:border-l-[1.5px]'

/** A root says how long after the story's beginning it came, an effect how long after its cause. */
function Node({ event, since, ...tree }: TreeProps & { event: StoreEvent; since: StoreEvent }) {
  const { story, eventId, hrefOf, open } = tree
  const effects = story.filter(({ causationId }) => causationId === event.eventId)
  const ms = event.occurredAt.getTime() - since.occurredAt.getTime()
  const isShown = event.eventId === eventId
  return (
    <li className={event.causationId && event !== since ? branch : undefined}>
      <a
        href={hrefOf(event.eventId)}
        aria-current={isShown ? 'true' : undefined}
        onClick={(press) => {
          if (press.metaKey || press.ctrlKey || press.shiftKey) return
          press.preventDefault()
          open(event.eventId)
        }}
        className="flex h-8 items-center gap-2 rounded-2 px-2 font-medium hover:bg-hover aria-[current]:bg-accent-soft aria-[current]:font-semibold max-md:h-11"
      >
        <ModuleSquare module={moduleOf(event)} className="size-2" />
        <span className="min-w-0 truncate">{event.eventType}</span>
        <span className="sr-only">, {moduleOf(event)}</span>
        <span className="ml-auto flex-none text-12 text-ink-3 tabular-nums">
          {event === since ? '0' : `+${duration(ms)}`}
        </span>
      </a>
      {effects.length > 0 && (
        <ul>
          {effects.map((effect) => (
            <Node key={effect.eventId} event={effect} since={event} {...tree} />
          ))}
        </ul>
      )}
    </li>
  )
}
