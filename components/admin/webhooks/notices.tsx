'use client'

import { useMutation } from '@tanstack/react-query'
import { Ban, KeyRound, type LucideIcon, Pause, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { count } from '@/components/format'
import { useTRPC } from '@/components/trpc-provider'
import { Button } from '@/components/ui/button'
import { FieldError } from '@/components/ui/field'
import { reasonOf } from '../list-states'
import { May } from '../may'
import { Moment } from '../moment'
import type { EndpointDetail } from './questions'
import { useAnew } from './use-webhooks'

/** What somebody should know of the endpoint now: that it is not on and why, that it fails, that two secrets are valid. */
export function Notices({ endpoint }: { endpoint: EndpointDetail }) {
  const { status, failingSince, failedInRow, oldSecret } = endpoint
  return (
    <>
      {status !== 'ON' && <NotOn endpoint={endpoint} />}
      {status === 'ON' && failingSince && failedInRow > 1 && (
        <Notice
          Icon={TriangleAlert}
          title={
            <>
              It has failed since <Moment at={failingSince} />
            </>
          }
        >
          {count(failedInRow, 'try', 'tries')} in a row. After five days of this it is paused by itself.
        </Notice>
      )}
      {oldSecret && <TwoSecrets endpoint={endpoint} />}
    </>
  )
}

function NotOn({ endpoint: { id, status, statusSince, why, waiting } }: { endpoint: EndpointDetail }) {
  const trpc = useTRPC()
  const resume = useMutation(trpc.webhooks.resume.mutationOptions(useAnew()))
  return (
    <Notice
      Icon={status === 'DISABLED' ? Ban : Pause}
      title={
        <>
          {status === 'DISABLED' ? 'Disabled' : 'Paused'} since <Moment at={statusSince} />
        </>
      }
      error={resume.error && reasonOf(resume.error)}
      action={
        <Button
          variant="primary"
          className="max-md:h-11 max-md:w-full"
          pending={resume.isPending}
          onClick={() => resume.mutate({ id })}
        >
          Resume
        </Button>
      }
    >
      {why && `${why.replace(/\.$/, '')}. `}
      {waiting > 0 && `${count(waiting, 'event waits', 'events wait')}. `}
      What comes meanwhile waits, too, and is told when it goes on.
    </Notice>
  )
}

function TwoSecrets({ endpoint: { id, secret, oldSecret } }: { endpoint: EndpointDetail }) {
  const trpc = useTRPC()
  const end = useMutation(trpc.webhooks.endOldSecret.mutationOptions(useAnew()))
  if (!oldSecret) return null
  return (
    <Notice
      Icon={KeyRound}
      title={
        <>
          Two secrets are valid until <Moment at={oldSecret.until} />
        </>
      }
      error={end.error && reasonOf(end.error)}
      action={
        <Button
          className="max-md:h-11 max-md:w-full"
          pending={end.isPending}
          onClick={() => end.mutate({ id })}
        >
          End the old one now
        </Button>
      }
    >
      Each delivery carries both signatures. New <span className="font-mono">{secret.hint}</span> since{' '}
      <Moment at={secret.since} />, old <span className="font-mono">{oldSecret.hint}</span>
    </Notice>
  )
}

type NoticeProps = {
  Icon: LucideIcon
  title: ReactNode
  error?: string | null
  action?: ReactNode
  children: ReactNode
}

function Notice({ Icon, title, error, action, children }: NoticeProps) {
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2 border-line border-t py-3 pr-2 pl-4 max-md:px-3.5">
      <Icon aria-hidden className="size-4 flex-none text-st-cancelled-solid" strokeWidth={1.6} />
      <div className="min-w-0 flex-1">
        <p className="font-medium">{title}</p>
        <p className="text-12 text-ink-3 wrap-anywhere">{children}</p>
      </div>
      {action && (
        <May do="webhooks:write">
          <div className="max-md:basis-full">{action}</div>
        </May>
      )}
      {error && (
        <div role="alert" className="basis-full">
          <FieldError>{error}</FieldError>
        </div>
      )}
    </div>
  )
}
