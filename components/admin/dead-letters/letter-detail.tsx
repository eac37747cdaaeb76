'use client'

import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { duration, shortId } from '@/components/format'
import { useTRPC } from '@/components/trpc-provider'
import { Skeleton } from '@/components/ui/skeleton'
import { CopyId } from '../copy-id'
import { Failed } from '../list-states'
import { Moment } from '../moment'
import type { Key, Known } from './questions'

/** One letter: its error and stack, each of its tries, and what stands behind it. */
export function LetterDetail({ letter }: { letter: Key }) {
  const trpc = useTRPC()
  const known = useQuery(
    trpc.deadLetters.byKey.queryOptions(
      { eventId: letter.eventId, module: letter.module },
      { refetchInterval: 2_000 },
    ),
  )
  if (known.error && !known.data) return <Failed title="The letter did not arrive" query={known} />
  if (!known.data) {
    return (
      <div className="grid gap-3 px-4 py-4" aria-busy>
        <Skeleton className="h-3 w-64 max-w-full" />
        <Skeleton className="h-3 w-44" />
        <Skeleton className="h-3 w-52" />
      </div>
    )
  }
  return <Told {...known.data} />
}

function Told({ eventId, module, eventType, lane, error, errorStack, history, parked }: Known) {
  return (
    <div className="grid gap-4 px-4 py-3.5 whitespace-normal max-md:px-3.5">
      <p className="text-12 text-ink-2">
        {eventType} to {module}, event <CopyId id={eventId} label="event id" />{' '}
        <Link href={`/admin/events?orderId=${lane}`} className="text-link">
          The whole story in the log
        </Link>
      </p>
      <section aria-label="Tries">
        <h3 className="mb-1 text-12 text-ink-3">Tries</h3>
        <ol className="grid gap-1 tabular-nums">
          {history.map((incident) => (
            <li key={incident.id} className="grid gap-x-3 text-12 md:grid-cols-[88px_minmax(0,1fr)]">
              <span className="text-ink-3">
                <Moment at={incident.at} precise />
              </span>
              <span className="wrap-anywhere">{incidentSaid(incident)}</span>
            </li>
          ))}
          {history.length === 0 && <li className="text-12 text-ink-3">Its tries were not kept.</li>}
        </ol>
      </section>
      <section aria-label="Parked behind it">
        <h3 className="mb-1 text-12 text-ink-3">Parked behind it</h3>
        {parked.length === 0 ? (
          <p className="text-12">Nothing</p>
        ) : (
          <ol className="grid gap-1 text-12">
            {parked.map((each) => (
              <li key={each.eventId}>
                {each.eventType}{' '}
                <span className="text-ink-3">
                  number {each.sequence} of {shortId(lane)}
                </span>
              </li>
            ))}
          </ol>
        )}
      </section>
      <ErrorText error={error} stack={errorStack} />
    </div>
  )
}

/** What was thrown, and where in our own code; where else on demand. */
export function ErrorText({ error, stack }: { error: string | null; stack: string | null }) {
  const frames = (stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  const own = frames.filter((frame) => !/node_modules|node:internal|inngest/i.test(frame)).map(shorten)
  return (
    <div className="rounded-2 border border-line bg-sunken p-3 font-mono text-12 text-ink-2 leading-5 wrap-anywhere">
      <p className="font-medium text-st-failed">{error ?? 'No error was kept'}</p>
      <pre className="whitespace-pre-wrap font-mono">{own.join('\n')}</pre>
      {frames.length > own.length && (
        <details>
          <summary className="w-fit text-ink-3 hover:text-ink">
            All {frames.length} lines of the stack
          </summary>
          <pre className="whitespace-pre-wrap font-mono">{frames.join('\n')}</pre>
        </details>
      )}
    </div>
  )
}

/** The path from the project's folder on: where that lies on a machine tells nobody anything. */
const shorten = (frame: string) =>
  `  ${frame.trim().replace(/\((?:file:\/\/)?\/\S*?\/(?=\.next\/|server\/)/, '(')}`

function incidentSaid({
  kind,
  attempt,
  at,
  nextAttemptAt,
  error,
  by,
  reason,
}: Known['history'][number]): string {
  if (kind === 'REDRIVEN') return `${by} redrove it: four tries again`
  if (kind === 'DISCARDED') return `${by} discarded it: ${reason}`
  const waits = nextAttemptAt
    ? `, again in ${duration(nextAttemptAt.getTime() - at.getTime())}`
    : ', then dead'
  return `Try ${attempt}: ${error}${waits}`
}
