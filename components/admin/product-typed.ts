import type { Inputs } from '@/components/trpc-provider'
import type { Product } from './desk-types'

type Typed = ReturnType<typeof readForm>

/** What stands in the form's fields. */
export function readForm(data: FormData) {
  const text = (name: string) => String(data.get(name) ?? '').trim()
  return {
    sku: text('sku'),
    name: text('name'),
    category: text('category') || null,
    description: text('description'),
    picture: text('picture') || null,
    price: Number(text('price')),
    currency: text('currency').toUpperCase(),
    stockQuantity: Number(text('stockQuantity')),
    status: text('status') as Product['status'],
  }
}

/** What a product does not have is left out where it is made. */
export const newProduct = ({ category, picture, ...typed }: Typed): Inputs['inventory']['create'] => ({
  ...typed,
  ...(category && { category }),
  ...(picture && { picture }),
})

/** Only what was changed, so that two who edit different things do not undo each other. */
export function changesOf(product: Product, typed: Typed) {
  const { name, category, description, picture, price, status } = typed
  const before = { ...product, category: product.category ?? null, picture: product.picture ?? null }
  return Object.fromEntries(
    Object.entries({ name, category, description, picture, price, status }).filter(
      ([field, value]) => value !== before[field as keyof typeof before],
    ),
  ) as Omit<Inputs['inventory']['update'], 'sku'>
}
