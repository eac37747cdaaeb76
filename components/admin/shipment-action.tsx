'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Check, X } from 'lucide-react'
import { shortId } from '@/components/format'
import { type TRPCError, useTRPC } from '@/components/trpc-provider'
import { Button } from '@/components/ui/button'
import type { Shipment, ShipmentStatus } from './desk-types'
import { reasonOf } from './list-states'

type ShipmentActionProps = { shipment: Shipment; onMoved: (shipment: Shipment) => void }

/** The one thing that can be done with a shipment now, and what came of the last try, in its row. */
export function ShipmentAction({ shipment, onMoved }: ShipmentActionProps) {
  const { shipmentId, status, orderId } = shipment
  const trpc = useTRPC()
  const queries = useQueryClient()
  const outcome = {
    onSuccess: onMoved,
    onSettled: () => queries.invalidateQueries({ queryKey: trpc.shipments.pathKey() }),
  }
  const dispatch = useMutation(trpc.shipments.dispatch.mutationOptions(outcome))
  const deliver = useMutation(trpc.shipments.deliver.mutationOptions(outcome))

  const step =
    status === 'CREATED'
      ? { word: 'Dispatch', move: dispatch }
      : status === 'DISPATCHED'
        ? { word: 'Deliver', move: deliver }
        : undefined
  const error = dispatch.error ?? deliver.error
  const done = deliver.isSuccess ? 'Delivered now' : dispatch.isSuccess ? 'Dispatched now' : undefined

  return (
    <span className="flex items-center justify-end gap-3 max-md:justify-between">
      <span role="status" className="whitespace-normal text-left text-12">
        {error ? (
          <span className="flex items-center gap-1.5 font-medium text-st-failed">
            <X aria-hidden className="size-3.5 flex-none" strokeWidth={2} />
            {refusal(error, status)}
          </span>
        ) : (
          done && (
            <span className="flex items-center gap-1.5 font-medium text-st-shipped">
              <Check aria-hidden className="size-3.5 flex-none" strokeWidth={2.2} />
              {done}
            </span>
          )
        )}
      </span>
      {step && (
        <Button
          className="h-7 max-md:h-11"
          aria-label={`${step.word} the parcel of order ${shortId(orderId)}`}
          pending={step.move.isPending}
          onClick={() => step.move.mutate({ shipmentId })}
        >
          {step.word}
        </Button>
      )}
    </span>
  )
}

function refusal(error: TRPCError, status: ShipmentStatus): string {
  if (error.data?.code !== 'CONFLICT') return reasonOf(error)
  return status === 'VOIDED'
    ? 'The order was cancelled, so this parcel stays here'
    : 'Not yet: only after the order is shipped'
}
