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

  return (
    <form
      aria-label="Adjust the stock"
      className="grid gap-3 px-4 py-4 max-md:px-3.5"
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
        label="New quantity on hand"
        name="stockQuantity"
        type="number"
        inputMode="numeric"
        min={0}
        max={1_000_000}
        step={1}
        required
        autoComplete="off"
        className="tabular-nums"
        error={isTooLow ? tooLow(product) : undefined}
        onChange={update.error ? () => update.reset() : undefined}
        hint={
          product.reservedQuantity > 0 && !isTooLow
            ? `${figure(product.reservedQuantity)} reserved for orders, so not below that`
            : undefined
        }
      />
      <TextField
        label="Why"
        name="reason"
        required
        maxLength={200}
        autoComplete="off"
        placeholder="Counted, broken, delivered"
      />
      {update.error && !isTooLow && <FieldError>{reasonOf(update.error)}</FieldError>}
      <div className="flex items-center gap-3">
        <Button type="submit" variant="primary" pending={update.isPending}>
          Adjust
        </Button>
        <p role="status" className="flex items-center gap-1.5 text-12 text-st-shipped">
          {update.isSuccess && (
            <>
              <Check aria-hidden className="size-3.5" strokeWidth={2.2} />
              Set to {figure(update.data.stockQuantity)}
            </>
          )}
        </p>
      </div>
    </form>
  )
}

const tooLow = ({ reservedQuantity }: Product) =>
  `${count(reservedQuantity, 'piece is', 'pieces are')} reserved for orders. On hand cannot be less.`
