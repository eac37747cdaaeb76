'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Check } from 'lucide-react'
import { count } from '@/components/format'
import { useTRPC } from '@/components/trpc-provider'
import { Button } from '@/components/ui/button'
import { FieldError, TextField } from '@/components/ui/field'
import type { Product } from './desk-types'
import { figure } from './figures'
import { reasonOf } from './list-states'
import { faultsOf } from './product-faults'

/** Sets what is on the shelf, with the reason that the ledger keeps. */
export function AdjustStock({ product }: { product: Product }) {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const update = useMutation(
    trpc.inventory.update.mutationOptions({
      onSuccess: () => queries.invalidateQueries({ queryKey: trpc.inventory.pathKey() }),
    }),
  )
  const isTooLow = update.error?.data?.code === 'CONFLICT'
  const faults = faultsOf(update.error)
  const forget = update.error ? () => update.reset() : undefined

  return (
    <form
      aria-label="Adjust the stock"
      className="grid grid-cols-[96px_minmax(0,1fr)_auto] items-start gap-x-2 gap-y-3 border-line border-b px-5 py-4 max-md:grid-cols-[80px_minmax(0,1fr)] max-md:px-4"
      onSubmit={(event) => {
        event.preventDefault()
        if (update.isPending) return
        const form = event.currentTarget
        const typed = new FormData(form)
        update.mutate(
          {
            sku: product.sku,
            stockQuantity: Number(typed.get('stockQuantity')),
            reason: String(typed.get('reason')).trim(),
          },
          { onSuccess: () => form.reset() },
        )
      }}
    >
      <TextField
        label="Set on hand"
        name="stockQuantity"
        type="number"
        inputMode="numeric"
        min={0}
        max={1_000_000}
        step={1}
        required
        autoComplete="off"
        placeholder={String(product.stockQuantity)}
        className="tabular-nums"
        // What is said of it has no room in its own column.
        frameClassName="grid-cols-[minmax(0,1fr)] [&>p]:w-110 [&>p]:text-12 max-md:[&>p]:w-[calc(100vw-32px)]"
        error={isTooLow ? tooLow(product) : faults.stockQuantity}
        hint={
          product.reservedQuantity > 0 && !isTooLow
            ? `${figure(product.reservedQuantity)} held for orders, so not below that`
            : undefined
        }
        onChange={forget}
      />
      <TextField
        label="Why"
        name="reason"
        required
        maxLength={200}
        autoComplete="off"
        placeholder="Counted, broken, delivered"
        error={faults.reason}
        onChange={forget}
      />
      <Button
        type="submit"
        pending={update.isPending}
        className="mt-5.5 max-md:col-span-2 max-md:mt-0 max-md:h-10"
      >
        Adjust
      </Button>
      {update.error && !isTooLow && Object.keys(faults).length === 0 && (
        <div className="col-span-full">
          <FieldError>{reasonOf(update.error)}</FieldError>
        </div>
      )}
      <p
        role="status"
        className="col-span-full flex items-center gap-1.5 text-12 text-st-shipped empty:hidden"
      >
        {update.isSuccess && (
          <>
            <Check aria-hidden className="size-3.5" strokeWidth={2.2} />
            Set to {figure(update.data.stockQuantity)}
          </>
        )}
      </p>
    </form>
  )
}

const tooLow = ({ reservedQuantity }: Product) =>
  `${count(reservedQuantity, 'piece is', 'pieces are')} held for orders. On hand cannot be less.`
