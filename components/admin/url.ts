/** What a list is narrowed to, as it stands in the address. */
export type Filters = Record<string, string | undefined>

export type SearchParams = Record<string, string | string[] | undefined>

/** Reads the named parameters; of a repeated one the first, and a blank one is none. */
export function readFilters<Name extends string>(params: SearchParams, names: readonly Name[]) {
  const read = (name: Name) => [params[name]].flat()[0]?.trim() || undefined
  return Object.fromEntries(names.map((name) => [name, read(name)])) as { [name in Name]?: string }
}

export function address(pathname: string, filters: Filters): string {
  const set = Object.entries(filters).filter((entry): entry is [string, string] => Boolean(entry[1]))
  const query = new URLSearchParams(set).toString()
  return query ? `${pathname}?${query}` : pathname
}

/** A value of a closed set, or none: an address with a word that we do not know shows everything. */
export const known = <Value extends string>(values: readonly Value[], value?: string) =>
  values.find((candidate) => candidate === value)
