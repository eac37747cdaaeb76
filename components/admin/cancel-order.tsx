'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { type TRPCError, useTRPC } from '@/components/trpc-provider'
import { Button } from '@/components/ui/button'
import { FieldError, TextField } from '@/components/ui/field'
import { orderStatusLook } from '@/components/ui/status-badge'
import type { Order, OrderStatus } from './desk-types'
import { reasonOf } from './list-states'
import { Panel } from './panel'

const cancellable: OrderStatus[] = ['PENDING', 'CONFIRMED', 'PAID']

/** Cancelling, while it is possible; what follows is said before it is done. */
export function CancelOrder({ order }: { order: Order }) {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const [asking, setAsking] = useState(false)
  const cancel = useMutation(
    trpc.orders.cancelAtDesk.mutationOptions({
      onSettled: () => queries.invalidateQueries({ queryKey: trpc.orders.pathKey() }),
    }),
  )
  const possible = cancellable.includes(order.status)
  if (!possible && !cancel.error) return null

  return (
    <Panel title="Cancel">
      <form
        className="grid gap-3 px-4 py-3 max-md:px-3.5"
        onSubmit={(event) => {
          event.preventDefault()
          if (cancel.isPending) return
          const reason = String(new FormData(event.currentTarget).get('reason')).trim()
          cancel.mutate({ orderId: order.orderId, reason: reason || undefined })
        }}
      >
        {cancel.error && <FieldError>{tooLate(cancel.error, order.status)}</FieldError>}
        {possible && <p className="text-ink-2">{consequences(order.status)}</p>}
        {possible && !asking && (
          <Button className="justify-self-start" variant="danger" onClick={() => setAsking(true)}>
            Cancel this order…
          </Button>
        )}
        {possible && asking && (
          <>
            <TextField
              label="Why"
              name="reason"
              maxLength={200}
              autoComplete="off"
              autoFocus
              placeholder="The customer asked, the address is wrong"
            />
            <div className="flex gap-2">
              <Button type="submit" variant="danger" pending={cancel.isPending}>
                Cancel the order
              </Button>
              <Button variant="quiet" onClick={() => setAsking(false)}>
                Keep it
              </Button>
            </div>
          </>
        )}
      </form>
    </Panel>
  )
}

const tooLate = (error: TRPCError, status: OrderStatus) =>
  error.data?.code === 'CONFLICT'
    ? `Too late to cancel: the order is ${orderStatusLook[status].word.toLowerCase()} by now.`
    : reasonOf(error)

function consequences(status: OrderStatus): string {
  if (status === 'PAID')
    return 'The stock is released, the payment refunded, and a parcel that stands ready stays here.'
  if (status === 'CONFIRMED')
    return 'The stock is released. A charge that is under way is refunded when it is known.'
  return 'What is held for it is released. Nothing is charged.'
}
