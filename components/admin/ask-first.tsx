'use client'

import { useState } from 'react'
import type { TRPCError } from '@/components/trpc-provider'
import { Button } from '@/components/ui/button'
import { FieldError } from '@/components/ui/field'
import { reasonOf } from './list-states'

type AskFirstProps = {
  /** What the button says, without the dots that promise a question. */
  name: string
  /** What follows, before it is done. */
  consequences: string
  yes: string
  no?: string
  danger?: boolean
  pending: boolean
  error: TRPCError | null
  /** Does it; `done` takes the question away. */
  act: (done: () => void) => void
}

/** Something that is not undone as easily as it is done: the button asks once, in place, and says what will happen. */
export function AskFirst({
  name,
  consequences,
  yes,
  no = 'Leave it',
  danger = false,
  pending,
  error,
  act,
}: AskFirstProps) {
  const [asking, setAsking] = useState(false)
  if (!asking) {
    return (
      <Button
        variant={danger ? 'danger' : 'default'}
        onClick={() => setAsking(true)}
        className="w-fit max-md:h-11"
      >
        {name}…
      </Button>
    )
  }
  return (
    <fieldset className="grid w-full justify-items-start gap-2">
      <legend className="sr-only">{name}?</legend>
      <p className="text-ink-2">{consequences}</p>
      {error && (
        <div role="alert">
          <FieldError>{reasonOf(error)}</FieldError>
        </div>
      )}
      <div className="flex flex-wrap gap-2">
        <Button
          variant="danger"
          autoFocus
          pending={pending}
          onClick={() => act(() => setAsking(false))}
          className="max-md:h-11"
        >
          {yes}
        </Button>
        <Button variant="quiet" onClick={() => setAsking(false)} className="max-md:h-11">
          {no}
        </Button>
      </div>
    </fieldset>
  )
}
