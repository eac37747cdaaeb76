'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Check } from 'lucide-react'
import { useTRPC } from '@/components/trpc-provider'
import { Button } from '@/components/ui/button'
import { FieldError } from '@/components/ui/field'
import { reasonOf } from './list-states'
import { Panel } from './panel'

/** Writes a remark beside the order. It stands in the timeline, among the events. */
export function OrderNote({ orderId }: { orderId: string }) {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const add = useMutation(
    trpc.orders.addNote.mutationOptions({
      onSuccess: () => queries.invalidateQueries(trpc.events.pathFilter()),
    }),
  )
  return (
    <Panel title="Note">
      <form
        className="grid gap-3 px-4 py-3 max-md:px-3.5"
        onSubmit={(event) => {
          event.preventDefault()
          if (add.isPending) return
          const form = event.currentTarget
          const note = String(new FormData(form).get('note')).trim()
          if (note) add.mutate({ orderId, note }, { onSuccess: () => form.reset() })
        }}
      >
        <label className="grid gap-1.5 text-12 text-ink-2">
          For those who look at this order later
          <textarea
            name="note"
            required
            rows={2}
            maxLength={1_000}
            onChange={add.isIdle ? undefined : () => add.reset()}
            className="field-sizing-content min-h-14 w-full rounded-2 border border-line-strong bg-surface px-2.5 py-1.5 text-13 text-ink"
          />
        </label>
        {add.error && <FieldError>{reasonOf(add.error)}</FieldError>}
        <div className="flex items-center gap-3">
          <Button type="submit" pending={add.isPending}>
            Add note
          </Button>
          <p role="status" className="flex items-center gap-1.5 text-12 text-st-shipped">
            {add.isSuccess && (
              <>
                <Check aria-hidden className="size-3.5" strokeWidth={2.2} />
                In the timeline
              </>
            )}
          </p>
        </div>
      </form>
    </Panel>
  )
}
