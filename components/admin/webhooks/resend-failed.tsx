'use client'

import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { count } from '@/components/format'
import { useTRPC } from '@/components/trpc-provider'
import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/field'
import { reasonOf } from '../list-states'
import { useAnew } from './use-webhooks'

const DAY_MS = 86_400_000

/** Everything that failed since a time is told again, with all its tries. */
export function ResendFailed({ id, close }: { id: string; close: () => void }) {
  const trpc = useTRPC()
  const [missing, setMissing] = useState(false)
  const resend = useMutation(trpc.webhooks.resendFailed.mutationOptions(useAnew()))
  const error = missing ? 'Say since when.' : resend.error ? reasonOf(resend.error) : undefined
  return (
    <form
      noValidate
      aria-label="Resend failed"
      className="flex flex-wrap items-end gap-2 border-line border-b px-4 py-3 max-md:px-3.5"
      onSubmit={(event) => {
        event.preventDefault()
        const since = new Date(String(new FormData(event.currentTarget).get('since')))
        setMissing(Number.isNaN(since.getTime()))
        if (!Number.isNaN(since.getTime())) resend.mutate({ id, since: since.toISOString() })
      }}
    >
      <TextField
        label="Everything that failed since"
        name="since"
        type="datetime-local"
        autoFocus
        defaultValue={localTime(new Date(Date.now() - DAY_MS))}
        error={error}
      />
      <Button type="submit" variant="primary" pending={resend.isPending} className="max-md:h-11">
        Resend it
      </Button>
      <Button variant="quiet" onClick={close} className="max-md:h-11">
        {resend.data ? 'Close' : 'Not now'}
      </Button>
      {resend.data && (
        <p role="status" className="self-center text-ink-2">
          {resend.data.resent === 0
            ? 'Nothing had failed.'
            : `${count(resend.data.resent, 'delivery is', 'deliveries are')} sent again.`}
        </p>
      )}
    </form>
  )
}

/** As the field writes it: the reader's clock, to the minute. */
const localTime = (at: Date) =>
  new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
