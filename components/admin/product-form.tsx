'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTRPC } from '@/components/trpc-provider'
import { Button } from '@/components/ui/button'
import { DrawerBody, DrawerFoot } from '@/components/ui/drawer'
import { AreaField, FieldError, SelectField, TextField } from '@/components/ui/field'
import type { Product } from './desk-types'
import { reasonOf } from './list-states'
import { faultsOf } from './product-faults'
import { ProductPictures } from './product-pictures'
import { changesOf, newProduct, readForm } from './product-typed'

type ProductFormProps = {
  /** The one to change; without it a new one is made. */
  product?: Product
  onSaved: (product: Pick<Product, 'sku'>) => void
  onCancel: () => void
}

/** All that is said of a product. The browser looks over the fields, the server has the last word, beside them. */
export function ProductForm({ product, onSaved, onCancel }: ProductFormProps) {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const outcome = {
    onSuccess: async (saved: Pick<Product, 'sku'>) => {
      await queries.invalidateQueries({ queryKey: trpc.inventory.pathKey() })
      onSaved(saved)
    },
  }
  const create = useMutation(trpc.inventory.create.mutationOptions(outcome))
  const update = useMutation(trpc.inventory.update.mutationOptions(outcome))
  const { error, isPending } = product ? update : create
  const faults = faultsOf(error)
  if (error?.data?.problem.type.endsWith('/duplicate-sku')) {
    faults.sku = 'Another product has this SKU already.'
  }

  function save(form: HTMLFormElement) {
    if (isPending) return
    const typed = readForm(new FormData(form))
    if (!product) return create.mutate(newProduct(typed))
    const changes = changesOf(product, typed)
    if (Object.keys(changes).length === 0) return onCancel()
    update.mutate({ sku: product.sku, ...changes })
  }

  return (
    <form
      aria-label={product ? 'Edit the product' : 'New product'}
      className="flex min-h-0 flex-1 flex-col"
      onSubmit={(event) => {
        event.preventDefault()
        save(event.currentTarget)
      }}
    >
      <DrawerBody>
        <div className="grid grid-cols-2 gap-x-3 gap-y-4 px-5 py-4 max-md:px-4">
          <TextField
            label="Name"
            name="name"
            required
            maxLength={200}
            autoFocus
            data-first
            autoComplete="off"
            defaultValue={product?.name}
            error={faults.name}
            frameClassName="col-span-2"
          />
          {!product && (
            <TextField
              label="SKU"
              name="sku"
              required
              maxLength={50}
              autoComplete="off"
              spellCheck={false}
              className="font-mono uppercase"
              error={faults.sku}
              hint={faults.sku ? undefined : 'Stays as it is, so choose it well'}
            />
          )}
          <TextField
            label="Category"
            name="category"
            maxLength={50}
            autoComplete="off"
            defaultValue={product?.category}
            error={faults.category}
          />
          <TextField
            label={product ? `Price in ${product.currency}` : 'Price'}
            name="price"
            required
            type="number"
            inputMode="decimal"
            min={0}
            max={1_000_000}
            step="any"
            autoComplete="off"
            defaultValue={product?.price}
            error={faults.price}
            className="tabular-nums"
          />
          {!product && (
            <TextField
              label="Currency"
              name="currency"
              required
              pattern="[A-Za-z]{3}"
              title="Three letters, like EUR"
              maxLength={3}
              autoComplete="off"
              defaultValue="EUR"
              error={faults.currency}
              className="uppercase"
            />
          )}
          {!product && (
            <TextField
              label="On hand"
              name="stockQuantity"
              required
              type="number"
              inputMode="numeric"
              min={0}
              max={1_000_000}
              step={1}
              autoComplete="off"
              defaultValue={0}
              error={faults.stockQuantity}
              className="tabular-nums"
            />
          )}
          <SelectField label="Status" name="status" defaultValue={product?.status} error={faults.status}>
            <option value="ACTIVE">For sale</option>
            <option value="INACTIVE">Not for sale</option>
          </SelectField>
          <AreaField
            label="Description"
            name="description"
            rows={4}
            maxLength={5000}
            defaultValue={product?.description}
            error={faults.description}
            frameClassName="col-span-2"
          />
          <div className="col-span-2">
            <ProductPictures picture={product?.picture} />
            {faults.picture && <FieldError>{faults.picture}</FieldError>}
          </div>
        </div>
      </DrawerBody>
      <DrawerFoot>
        <Button type="submit" variant="primary" pending={isPending} className="max-md:h-11">
          {product ? 'Save the changes' : 'Create the product'}
        </Button>
        <Button variant="quiet" onClick={onCancel} className="max-md:h-11">
          {product ? 'Leave it as it is' : 'Not now'}
        </Button>
        {error && (
          <div role="alert" className="basis-full">
            <FieldError>
              {Object.keys(faults).length > 0
                ? 'Not saved: see what is said at the fields.'
                : reasonOf(error)}
            </FieldError>
          </div>
        )}
      </DrawerFoot>
    </form>
  )
}
