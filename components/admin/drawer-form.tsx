'use client'

import { Plus } from 'lucide-react'
import type { ReactNode } from 'react'
import type { TRPCError } from '@/components/trpc-provider'
import { Button } from '@/components/ui/button'
import { DrawerBody, DrawerFoot } from '@/components/ui/drawer'
import { FieldError } from '@/components/ui/field'
import { reasonOf } from './list-states'

/** In the title bar: opens the drawer's form. */
export function NewButton({ children, open }: { children: ReactNode; open: () => void }) {
  return (
    <Button variant="primary" onClick={open} className="max-md:h-10">
      <Plus aria-hidden className="size-3.5" strokeWidth={2} />
      {children}
    </Button>
  )
}

type DrawerFormProps = {
  label: string
  /** What its button says. */
  action: string
  send: (typed: FormData) => void
  sending: { isPending: boolean; error: TRPCError | null; reset: () => void }
  /** Whether all that is wrong stands at the fields. */
  isSaidAtFields: boolean
  onCancel: () => void
  children: ReactNode
}

/** A short form in the drawer: what is wrong stands at its field, or else beside the button. */
export function DrawerForm({
  label,
  action,
  send,
  sending: { isPending, error, reset },
  isSaidAtFields,
  onCancel,
  children,
}: DrawerFormProps) {
  return (
    <form
      aria-label={label}
      className="flex min-h-0 flex-1 flex-col"
      onSubmit={(event) => {
        event.preventDefault()
        if (!isPending) send(new FormData(event.currentTarget))
      }}
      onChange={error ? reset : undefined}
    >
      <DrawerBody>
        <div className="grid gap-4 px-5 py-4 max-md:px-4">{children}</div>
      </DrawerBody>
      <DrawerFoot>
        <Button type="submit" variant="primary" pending={isPending} className="max-md:h-11">
          {action}
        </Button>
        <Button variant="quiet" onClick={onCancel} className="max-md:h-11">
          Not now
        </Button>
        {error && !isSaidAtFields && (
          <div role="alert" className="basis-full">
            <FieldError>{reasonOf(error)}</FieldError>
          </div>
        )}
      </DrawerFoot>
    </form>
  )
}
