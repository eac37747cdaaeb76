import type { Inputs } from '@/components/trpc-provider'

type Asked = Inputs['audit']['list']

/** What the trail is narrowed to, as it stands in the address; times in ISO 8601. */
export type AuditFilters = Pick<Asked, 'who' | 'action' | 'target' | 'within'> & {
  from?: string
  to?: string
  cursor?: string
}

// The page asks on the server and the list asks in the browser: both take the question from here, so that it is the same.

export const auditAsked = ({ cursor, from, to, ...filters }: AuditFilters) => ({
  ...filters,
  from: from ? new Date(from) : undefined,
  to: to ? new Date(to) : undefined,
  cursor: cursor ? Number(cursor) : undefined,
  limit: 50,
})

/** One entry: the first of those that follow the next one. */
export const entryAsked = (position: number) => ({ cursor: position + 1, limit: 1 })

const isUuid = (text: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)

/** A target as the trail has it; an id alone is an order's, a word alone a product's SKU. */
export function targetTyped(text: string): string {
  if (isUuid(text)) return `order/${text.toLowerCase()}`
  return !text || /[/ .]/.test(text) ? text : `product/${text.toUpperCase()}`
}
