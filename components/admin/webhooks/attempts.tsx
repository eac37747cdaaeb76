import { Check, X } from 'lucide-react'
import Link from 'next/link'
import { duration } from '@/components/format'
import { CopyId } from '../copy-id'
import { Moment } from '../moment'
import type { Delivery } from './questions'

/** Each try with its time and its answer, and what is the same for all of them. */
export function Attempts({ delivery: { eventId, attempts, status } }: { delivery: Delivery }) {
  return (
    <div className="grid gap-2 px-4 py-3 text-12 whitespace-normal max-md:px-3.5">
      {attempts.length === 0 && <p className="text-ink-3">It was not tried yet.</p>}
      <ol aria-label="Tries" className="grid gap-x-6 gap-y-1 tabular-nums md:grid-cols-2 xl:grid-cols-3">
        {attempts.map(({ number, redrive, code, ms, error, excerpt, at }) => (
          <li key={`${redrive}.${number}`} className="flex min-w-0 items-start gap-2">
            {error === null ? (
              <Check aria-hidden className="mt-0.5 size-3 flex-none text-st-shipped" strokeWidth={2.2} />
            ) : (
              <X aria-hidden className="mt-0.5 size-3 flex-none text-st-failed" strokeWidth={2.2} />
            )}
            <span className="min-w-0 wrap-anywhere">
              <span className="text-ink-3">
                Try {number}
                {redrive > 0 && ' again'}, <Moment at={at} />
              </span>{' '}
              {code === null ? error : `${code} in ${duration(ms)}`}
              {excerpt && <span className="text-ink-3">, “{excerpt}”</span>}
            </span>
          </li>
        ))}
      </ol>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-ink-3">
        {status === 'GIVEN_UP' && <span>Later ones went on without it.</span>}
        <span className="inline-flex flex-wrap items-center gap-x-1">
          Id <CopyId id={eventId} label="webhook id" /> the same for every try
        </span>
        <Link href={`/admin/events?event=${eventId}`} prefetch={false} className="text-link">
          The event
        </Link>
      </p>
    </div>
  )
}
