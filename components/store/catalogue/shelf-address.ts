import type { Route } from 'next'

export const categories = ['Table', 'Desk', 'Home'] as const

export const sorts = {
  newest: 'Newest first',
  cheapest: 'Lowest price first',
  dearest: 'Highest price first',
  name: 'By name',
} as const

export type Sort = keyof typeof sorts

/** What of the shop is shown, and in which order, as it stands in the address. */
export type Shelf = { q?: string; category?: string; inStock?: '1'; sort?: Sort }

export function shelfHref({ q, category, inStock, sort }: Shelf): Route {
  const set = Object.entries({ q, category, inStock, sort: sort === 'newest' ? undefined : sort })
  const query = new URLSearchParams(set.flatMap(([name, value]) => (value ? [[name, value]] : [])))
  return query.size > 0 ? `/?${query}` : '/'
}
