import type { Outputs } from '@/components/trpc-provider'
import { flag, oneOf, readParams, type SearchParams, words } from '@/components/url-params'
import { categories, type Shelf, type Sort, sorts } from './shelf-address'

export type Product = Outputs['catalogue']['list'][number]

/** Also reads categories that only the products know of. */
export function readShelf(params: SearchParams, products: Product[]): { filters: Shelf; ignored: string[] } {
  const known = [...categories, ...products.flatMap(({ category }) => category ?? [])]
  return readParams(params, {
    q: words(60),
    category: oneOf(known),
    inStock: flag,
    sort: oneOf(Object.keys(sorts) as Sort[]),
  })
}

/** The products come newest first. */
export function arrange(products: Product[], { q = '', category, inStock, sort }: Shelf): Product[] {
  const shown = search(products, q).filter(
    (product) => (!category || product.category === category) && (!inStock || product.availableStock > 0),
  )
  switch (sort) {
    case 'cheapest':
      return shown.sort((a, b) => a.price - b.price)
    case 'dearest':
      return shown.sort((a, b) => b.price - a.price)
    case 'name':
      return shown.sort((a, b) => a.name.localeCompare(b.name, 'en'))
    default:
      return shown
  }
}

/** The products that have every word somewhere, those first that have the first one in their name. */
export function search(products: Product[], q: string): Product[] {
  const asked = fold(q).split(/\s+/).filter(Boolean)
  const found = products.filter(({ name, description, category = '', sku }) => {
    const text = fold([name, description, category, sku].join(' '))
    return asked.every((word) => text.includes(word))
  })
  const inName = (product: Product) => Number(fold(product.name).includes(asked[0] ?? ''))
  return found.sort((a, b) => inName(b) - inName(a))
}

/** Without capitals and accents, letter for letter, so that places in it are places in the text. */
export const fold = (text: string) =>
  [...text].map((letter) => letter.normalize('NFD').charAt(0).toLowerCase() || letter).join('')
