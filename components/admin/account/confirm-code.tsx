'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { QRCodeSVG } from 'qrcode.react'
import { useTRPC } from '@/components/trpc-provider'
import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/field'
import { CopyId } from '../copy-id'
import { reasonOf } from '../list-states'
import { faultsOf } from '../product-faults'

type ConfirmCodeProps = { totpURI: string; onConfirmed: () => void; onCancel: () => void }

/** The secret for an app, to be scanned or typed; it counts from the first code on that the app shows. */
export function ConfirmCode({ totpURI, onConfirmed, onCancel }: ConfirmCodeProps) {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const confirm = useMutation(
    trpc.account.confirmSecondFactor.mutationOptions({
      onSuccess: async () => {
        await queries.invalidateQueries({ queryKey: trpc.account.pathKey() })
        onConfirmed()
      },
    }),
  )
  const { error } = confirm
  return (
    <div className="grid w-full gap-x-5 gap-y-4 md:grid-cols-[auto_minmax(0,1fr)]">
      {/* White around black in any theme: so cameras want it. */}
      <div className="w-fit rounded-3 border border-line bg-white p-2">
        <QRCodeSVG value={totpURI} size={160} marginSize={2} title="The secret, for the camera of your app" />
      </div>
      <div className="grid content-start gap-3">
        <p className="text-ink-2">
          Scan this with an authenticator app, or type the secret into it:{' '}
          <CopyId id={secretIn(totpURI)} label="secret" whole />
        </p>
        <form
          aria-label="Confirm the second factor"
          className="grid max-w-80 gap-3"
          onSubmit={(event) => {
            event.preventDefault()
            if (!confirm.isPending)
              confirm.mutate({ code: String(new FormData(event.currentTarget).get('code')) })
          }}
          onChange={error ? () => confirm.reset() : undefined}
        >
          <TextField
            label="Code that the app shows"
            name="code"
            required
            autoFocus
            inputMode="numeric"
            maxLength={20}
            autoComplete="one-time-code"
            placeholder="123 456"
            error={error ? (faultsOf(error).code ?? reasonOf(error)) : undefined}
            className="tabular-nums max-md:h-11"
          />
          <div className="flex gap-2">
            <Button type="submit" variant="primary" pending={confirm.isPending} className="max-md:h-11">
              Turn it on
            </Button>
            <Button variant="quiet" onClick={onCancel} className="max-md:h-11">
              Not now
            </Button>
          </div>
        </form>
      </div>
    </div>
  )
}

const secretIn = (totpURI: string) => new URL(totpURI).searchParams.get('secret') ?? ''
