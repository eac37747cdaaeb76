'use client'

import { useState } from 'react'
import { count } from '@/components/format'
import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/field'

type DiscardFormProps = {
  many: number
  pending: boolean
  discard: (reason: string) => void
  close: () => void
}

/** Giving letters up is for good, so it wants a reason, which the history keeps. */
export function DiscardForm({ many, pending, discard, close }: DiscardFormProps) {
  const [error, setError] = useState<string>()
  return (
    <form
      noValidate
      aria-label="Discard"
      className="grid gap-3 border-line border-t px-4 py-3 max-md:px-3.5"
      onSubmit={(event) => {
        event.preventDefault()
        const reason = String(new FormData(event.currentTarget).get('reason')).trim()
        if (!reason) return setError('Say why: the history keeps it.')
        discard(reason)
      }}
    >
      <p className="text-ink-2">
        {count(many, 'letter is', 'letters are')} given up for good. What is parked behind goes on without.
      </p>
      <TextField
        label="Why"
        name="reason"
        maxLength={500}
        autoComplete="off"
        autoFocus
        placeholder="A known test order, settled by phone"
        error={error}
        onChange={() => setError(undefined)}
      />
      <div className="flex gap-2">
        <Button type="submit" variant="danger" pending={pending}>
          Discard {many}
        </Button>
        <Button variant="quiet" onClick={close}>
          Keep {many === 1 ? 'it' : 'them'}
        </Button>
      </div>
    </form>
  )
}
