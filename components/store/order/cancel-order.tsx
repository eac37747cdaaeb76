'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { CircleAlert } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { money } from '@/components/format'
import { useTRPC } from '@/components/trpc-provider'
import { Button } from '@/components/ui/button'
import { Note } from '../note'
import { Question } from '../question'
import type { Order } from './story'

type Props = { order: Order; note: string; onTooLate: () => void }

/**
 * Cancelling, with one question before it. When the parcel was faster, this is gone and somebody else has to say so: also
 * when it was faster than the answer to the question.
 */
export function CancelOrder({ order, note, onTooLate }: Props) {
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const dialog = useRef<HTMLDialogElement>(null)
  const asking = useRef(false)
  const cancel = useMutation(
    trpc.orders.cancel.mutationOptions({
      onError: (error) => {
        if (error.data?.code === 'CONFLICT') onTooLate()
      },
      onSettled: () => {
        dialog.current?.close()
        queryClient.invalidateQueries(trpc.orders.story.queryFilter({ orderId: order.orderId }))
      },
    }),
  )

  // biome-ignore lint/correctness/useExhaustiveDependencies: looks once, when the order can no longer be cancelled
  useEffect(
    () => () => {
      if (asking.current) onTooLate()
    },
    [],
  )

  return (
    <div>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <Button
          size="mid"
          className="h-11"
          onClick={() => {
            asking.current = true
            dialog.current?.showModal()
          }}
        >
          Cancel this order
        </Button>
        <p className="flex-[1_1_240px] text-14 text-ink-2">{note}</p>
      </div>
      <div role="alert">
        {cancel.error && cancel.error.data?.code !== 'CONFLICT' && (
          <Note icon={CircleAlert} tone="bad" className="mt-4">
            {cancel.error.data?.code === 'FORBIDDEN'
              ? 'You may see this order, but not cancel it.'
              : 'We could not cancel it just now. Please try once more.'}
          </Note>
        )}
      </div>
      <Question
        ref={dialog}
        title="Cancel this order?"
        no="Keep it"
        yes={cancel.isPending ? 'Cancelling…' : 'Yes, cancel it'}
        pending={cancel.isPending}
        onYes={() => cancel.mutate({ orderId: order.orderId })}
        onClose={() => {
          asking.current = false
        }}
      >
        Everything goes back on the shelf. If {money(order.totalAmount, order.currency)} has left your card,
        it goes straight back.
      </Question>
    </div>
  )
}
