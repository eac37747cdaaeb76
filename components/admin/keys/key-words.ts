import type { Permission } from '@/server/access/permissions'

/** What is open beside the list: nothing, or the form for a new key. */
export const openKey = (value: string) => (value === 'new' ? value : undefined)

/** A list that a key with this scope can ask for, to see that it works. */
const lists: [Permission, string][] = [
  ['orders:read', '/api/orders?limit=5'],
  ['events:read', '/api/events?limit=5'],
]

/** The key as it is used in a terminal, on something that it may do if there is such a list. */
export function curlWith(key: string, scopes: readonly Permission[]): string {
  const path = lists.find(([scope]) => scopes.includes(scope))?.[1] ?? '/api/inventory/products'
  return `curl -H 'Authorization: Bearer ${key}' '${window.location.origin}${path}'`
}
