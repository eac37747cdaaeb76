'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTRPC } from '@/components/trpc-provider'
import { Button } from '@/components/ui/button'
import { FieldError } from '@/components/ui/field'
import type { ApiKey } from '../desk-types'
import { reasonOf } from '../list-states'

export function useRevoke() {
  const trpc = useTRPC()
  const queries = useQueryClient()
  return useMutation(
    trpc.keys.revoke.mutationOptions({
      onSuccess: () => queries.invalidateQueries({ queryKey: trpc.keys.pathKey() }),
    }),
  )
}

/** Under the key's row: what follows, before it is done. */
export function RevokeKey({ apiKey: { keyId, name }, close }: { apiKey: ApiKey; close: () => void }) {
  const revoke = useRevoke()
  return (
    <fieldset className="flex flex-wrap items-center gap-x-3 gap-y-2 px-4 py-3 max-md:px-3.5">
      <legend className="sr-only">Revoke {name}?</legend>
      <p className="min-w-60 flex-1 text-ink-2">
        What uses <b className="font-medium text-ink">{name}</b> is refused from now on. A revoked key stays
        revoked.
      </p>
      <Button
        variant="danger"
        autoFocus
        pending={revoke.isPending}
        onClick={() => revoke.mutate({ keyId })}
        className="max-md:h-11"
      >
        Revoke it
      </Button>
      <Button variant="quiet" onClick={close} className="max-md:h-11">
        Keep it
      </Button>
      {revoke.error && (
        <div role="alert" className="basis-full">
          <FieldError>{reasonOf(revoke.error)}</FieldError>
        </div>
      )}
    </fieldset>
  )
}
