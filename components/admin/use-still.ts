import { useState } from 'react'

/**
 * Keeps a list still while somebody reads it: the rows stay where they were first shown, and what they say is brought
 * up to date. What has come in since, and another order, waits until it is asked for.
 */
export function useStill<Row>(rows: Row[] | undefined, keyOf: (row: Row) => string) {
  const [seen, setSeen] = useState<{ rows?: Row[]; shown?: Row[] }>({})
  if (rows !== seen.rows) {
    // An empty list has nothing to disturb.
    setSeen({ rows, shown: seen.shown?.length ? broughtUpToDate(seen.shown, rows, keyOf) : rows })
  }
  const { shown } = seen
  const known = new Set(shown?.map(keyOf))
  const fresh = rows?.filter((row) => !known.has(keyOf(row))).length ?? 0
  return {
    shown,
    fresh,
    reordered: !sameOrder(shown ?? [], rows ?? [], keyOf),
    release: () => setSeen({ rows, shown: rows }),
  }
}

function broughtUpToDate<Row>(shown: Row[], rows: Row[] | undefined, keyOf: (row: Row) => string) {
  const now = new Map(rows?.map((row) => [keyOf(row), row]))
  return shown.map((row) => now.get(keyOf(row)) ?? row)
}

/** Whether those that stand in both stand there in the same order. */
function sameOrder<Row>(shown: Row[], rows: Row[], keyOf: (row: Row) => string) {
  const [before, now] = [shown.map(keyOf), rows.map(keyOf)]
  const inNow = before.filter((key) => now.includes(key))
  const inBefore = now.filter((key) => before.includes(key))
  return inNow.every((key, index) => key === inBefore[index])
}
