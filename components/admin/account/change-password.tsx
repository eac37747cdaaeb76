'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Check } from 'lucide-react'
import { useTRPC } from '@/components/trpc-provider'
import { Button } from '@/components/ui/button'
import { FieldError, TextField } from '@/components/ui/field'
import { reasonOf } from '../list-states'
import { Panel } from '../panel'
import { faultsOf } from '../product-faults'

/** Another password; whoever is signed in elsewhere with the old one is out. */
export function ChangePassword() {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const change = useMutation(
    trpc.account.changePassword.mutationOptions({
      onSuccess: () => queries.invalidateQueries({ queryKey: trpc.account.pathKey() }),
    }),
  )
  const faults = faultsOf(change.error)
  return (
    <Panel title="Password">
      <form
        aria-label="Change the password"
        className="grid items-start gap-x-2 gap-y-3 px-4 py-3 max-md:px-3.5 md:grid-cols-2"
        onSubmit={(event) => {
          event.preventDefault()
          if (change.isPending) return
          const form = event.currentTarget
          const typed = new FormData(form)
          change.mutate(
            {
              currentPassword: String(typed.get('currentPassword')),
              newPassword: String(typed.get('newPassword')),
            },
            { onSuccess: () => form.reset() },
          )
        }}
        onChange={change.isIdle ? undefined : () => change.reset()}
      >
        <TextField
          label="Current password"
          name="currentPassword"
          type="password"
          required
          maxLength={128}
          autoComplete="current-password"
          error={faults.currentPassword}
          className="max-md:h-11"
        />
        <TextField
          label="New password"
          name="newPassword"
          type="password"
          required
          maxLength={128}
          autoComplete="new-password"
          error={faults.newPassword}
          hint={faults.newPassword ? undefined : 'At least 12 characters'}
          className="max-md:h-11"
        />
        <div className="flex flex-wrap items-center gap-3 md:col-span-2">
          <Button type="submit" pending={change.isPending} className="max-md:h-11">
            Change the password
          </Button>
          <p role="status" className="flex items-center gap-1.5 text-12 text-st-shipped">
            {change.isSuccess && (
              <>
                <Check aria-hidden className="size-3.5" strokeWidth={2.2} />
                Changed. Your other sessions are over.
              </>
            )}
          </p>
        </div>
        {change.error && Object.keys(faults).length === 0 && (
          <div role="alert" className="md:col-span-2">
            <FieldError>{reasonOf(change.error)}</FieldError>
          </div>
        )}
      </form>
    </Panel>
  )
}
