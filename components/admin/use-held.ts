import { useState } from 'react'

/**
 * Keeps a list still while somebody reads it: what comes in above the first row that was shown waits until it is asked
 * for. An empty list has nothing to disturb and lets everything in.
 */
export function useHeld<Row>(rows: Row[] | undefined, keyOf: (row: Row) => string) {
  const [first, setFirst] = useState<string>()
  const newest = rows?.[0] && keyOf(rows[0])
  if (first === undefined && newest !== undefined) setFirst(newest)

  const held = first === undefined ? 0 : Math.max(0, rows?.findIndex((row) => keyOf(row) === first) ?? 0)
  return { shown: rows?.slice(held), held, release: () => setFirst(newest) }
}
