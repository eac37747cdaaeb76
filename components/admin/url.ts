/** What a list is narrowed to, as it stands in the address. */
export type Filters = Record<string, string | undefined>

export function address(pathname: string, filters: Filters): string {
  const set = Object.entries(filters).filter((entry): entry is [string, string] => Boolean(entry[1]))
  const query = new URLSearchParams(set).toString()
  return query ? `${pathname}?${query}` : pathname
}
