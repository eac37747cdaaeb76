'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { CircleAlert } from 'lucide-react'
import { useRef } from 'react'
import { money } from '@/components/format'
import { useTRPC } from '@/components/trpc-provider'
import { Button } from '@/components/ui/button'
import { Note } from '../note'
import type { Order } from './story'

/** Cancelling, with one question before it. When the parcel was faster there is no button left to say so. */
export function CancelOrder({ order, onTooLate }: { order: Order; onTooLate: () => void }) {
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const dialog = useRef<HTMLDialogElement>(null)
  const cancel = useMutation(
    trpc.orders.cancel.mutationOptions({
      onError: (error) => {
        if (error.data?.code === 'CONFLICT') onTooLate()
      },
      onSettled: () => {
        dialog.current?.close()
        queryClient.invalidateQueries(trpc.orders.byId.queryFilter({ orderId: order.orderId }))
        queryClient.invalidateQueries(trpc.events.list.queryFilter())
      },
    }),
  )

  return (
    <div>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <Button size="mid" className="h-11" onClick={() => dialog.current?.showModal()}>
          Cancel this order
        </Button>
        <p className="text-14 text-ink-2">Free until it ships. The money goes straight back.</p>
      </div>
      <div role="alert">
        {cancel.error && cancel.error.data?.code !== 'CONFLICT' && (
          <Note icon={CircleAlert} tone="bad" className="mt-4">
            We could not cancel it just now. Please try once more.
          </Note>
        )}
      </div>
      <dialog
        ref={dialog}
        aria-labelledby="cancel-question"
        className="m-auto w-full max-w-[min(480px,calc(100vw-32px))] rounded-4 bg-raised p-6 text-ink shadow-4"
      >
        <h2 id="cancel-question" className="font-medium text-20">
          Cancel this order?
        </h2>
        <p className="mt-2 text-15 text-ink-2">
          Everything goes back on the shelf. If {money(order.totalAmount, order.currency)} has left your card,
          it goes straight back.
        </p>
        <div className="mt-6 flex flex-wrap justify-end gap-3">
          <Button size="mid" className="h-11" onClick={() => dialog.current?.close()}>
            Keep it
          </Button>
          <Button
            variant="danger"
            size="mid"
            className="h-11"
            pending={cancel.isPending}
            onClick={() => cancel.mutate({ orderId: order.orderId })}
          >
            {cancel.isPending ? 'Cancelling…' : 'Yes, cancel it'}
          </Button>
        </div>
      </dialog>
    </div>
  )
}
