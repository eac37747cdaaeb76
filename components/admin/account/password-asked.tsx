import type { TRPCError } from '@/components/trpc-provider'
import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/field'
import { reasonOf } from '../list-states'
import { faultsOf } from '../product-faults'

type PasswordAskedProps = {
  action: string
  danger?: boolean
  mutation: {
    mutate: (input: { password: string }) => void
    isPending: boolean
    error: TRPCError | null
    reset: () => void
  }
  close: () => void
}

/** Asks for the password again, so that a desk left open is not enough. */
export function PasswordAsked({ action, danger = false, mutation, close }: PasswordAskedProps) {
  const { mutate, isPending, error, reset } = mutation
  const faults = faultsOf(error)
  return (
    <form
      aria-label="Confirm it is you"
      className="grid w-full max-w-80 gap-3"
      onSubmit={(event) => {
        event.preventDefault()
        if (!isPending) mutate({ password: String(new FormData(event.currentTarget).get('password')) })
      }}
      onChange={error ? reset : undefined}
    >
      <TextField
        label="Your password"
        name="password"
        type="password"
        required
        autoFocus
        maxLength={128}
        autoComplete="current-password"
        error={error ? (faults.password ?? reasonOf(error)) : undefined}
        className="max-md:h-11"
      />
      <div className="flex gap-2">
        <Button
          type="submit"
          variant={danger ? 'danger' : 'primary'}
          pending={isPending}
          className="max-md:h-11"
        >
          {action}
        </Button>
        <Button variant="quiet" onClick={close} className="max-md:h-11">
          Leave it
        </Button>
      </div>
    </form>
  )
}
