import type { Route } from 'next'
import Link from 'next/link'
import { CopyId } from '../copy-id'
import { EventJson } from '../event-json'
import { Panel } from '../panel'
import type { EventStep } from './story'

/** The event that is looked at: its way into the log, and on demand all that it says. */
export function EventPanel({ step: { event } }: { step: EventStep }) {
  return (
    <Panel
      title={event.eventType}
      aside={
        <Link href={`/admin/events?event=${event.eventId}` as Route} className="text-link">
          In the event log
        </Link>
      }
    >
      <p className="flex gap-1.5 px-4 py-2 text-12 text-ink-3">
        Event <CopyId id={event.eventId} label="event id" />
      </p>
      <details className="group border-line border-t">
        <summary className="px-4 py-2 text-12 text-ink-2 -outline-offset-2 hover:bg-hover">JSON</summary>
        <EventJson event={event} />
      </details>
    </Panel>
  )
}
