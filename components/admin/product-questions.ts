import { oneOf, readParams, type SearchParams, uuid, words } from '@/components/url-params'

export const stockLevels = ['IN_STOCK', 'LOW', 'SOLD_OUT'] as const
const productStatuses = ['ACTIVE', 'INACTIVE'] as const
export const stockSorts = ['newest', 'name', 'sku', 'free', 'held'] as const

/** A SKU as it is kept, or `new`, which is none: SKUs have no small letters. */
export const openProduct = (value: string) =>
  value === 'new' ? value : value.length <= 50 ? value.toUpperCase() : undefined

const rules = {
  q: words(),
  stock: oneOf(stockLevels),
  status: oneOf(productStatuses),
  sort: oneOf(stockSorts),
  cursor: uuid,
}

/** What the address says about the list; what is open in the drawer it says too, and the drawer reads it itself. */
export function productParams(params: SearchParams) {
  const { ignored } = readParams(params, { ...rules, product: openProduct })
  return { filters: readParams(params, rules).filters, ignored }
}

export type ProductFilters = ReturnType<typeof productParams>['filters']

export const productsAsked = ({ q, stock, ...filters }: ProductFilters) => ({
  ...filters,
  text: q,
  level: stock,
  limit: 50,
})

export const ledgerAsked = (sku: string, cursor?: number) => ({ sku, cursor, limit: 20 })
