'use client'

import type { ComponentProps } from 'react'
import { Button } from '@/components/ui/button'
import { FieldError } from '@/components/ui/field'
import { Skeleton } from '@/components/ui/skeleton'
import type { TRPCError } from '../trpc-provider'
import type { Session } from './desk-types'
import { addressOf, deviceOf } from './device'
import { Failed, reasonOf } from './list-states'
import { Moment } from './moment'

type SessionsProps = {
  query: ComponentProps<typeof Failed>['query'] & { data?: Session[] }
  end: (session: Session) => void
  /** The one that is being ended. */
  ending?: string
  error: TRPCError | null
}

const row = 'flex min-h-13 items-center gap-3 border-line-soft border-b px-4 py-1.5 last:border-b-0'

/** Where somebody is signed in; each can be ended. */
export function Sessions({ query, end, ending, error }: SessionsProps) {
  const sessions = query.data
  if (query.error && !sessions) return <Failed title="The sessions did not arrive" query={query} />
  return (
    <>
      {error && (
        <div role="alert" className="border-line-soft border-b px-4 py-2">
          <FieldError>{reasonOf(error)}</FieldError>
        </div>
      )}
      {sessions?.length === 0 && <p className="px-4 py-3 text-ink-3">Signed in nowhere</p>}
      <ul aria-label="Sessions" aria-busy={!sessions}>
        {!sessions && <SessionSpace />}
        {sessions?.map((session) => (
          <li key={session.sessionId} className={row}>
            <div className="min-w-0 flex-1">
              <p className="truncate font-medium" title={session.userAgent ?? undefined}>
                {deviceOf(session.userAgent)}
              </p>
              <p className="text-12 text-ink-3">
                {session.address && <span className="font-mono">{addressOf(session.address)}, </span>}
                {session.current ? 'this one' : <Moment at={session.lastSeenAt} />}
              </p>
            </div>
            {!session.current && (
              <Button
                variant="quiet"
                className="-mr-2 text-st-failed! max-md:h-11"
                pending={ending === session.sessionId}
                onClick={() => end(session)}
                aria-label={`End the session of ${deviceOf(session.userAgent)}`}
              >
                End
              </Button>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

type EndAllProps = { of?: Session[]; name: string; pending: boolean; onClick: () => void }

/** Beside the title, where there is more than one. */
export function EndAll({ of = [], name, pending, onClick }: EndAllProps) {
  if (of.length < 2) return null
  return (
    <Button variant="quiet" className="-mr-3 text-st-failed! max-md:h-11" pending={pending} onClick={onClick}>
      {name}
    </Button>
  )
}

const SessionSpace = () => (
  <li className={row}>
    <span className="grid gap-2">
      <Skeleton className="h-3 w-36" />
      <Skeleton className="h-3 w-44" />
    </span>
  </li>
)
