import { useState } from 'react'

type Options<Row> = {
  /** Whether a row stays although it is no longer among what is asked for. */
  keeps?: (row: Row) => boolean
}

/**
 * Keeps a list still while somebody reads it: the rows stay where they were first shown, and what they say is brought
 * up to date. What has come in since, and another order, waits until it is asked for; what no longer
 * belongs to the list goes, for what it says could not be brought up to date.
 */
export function useStill<Row>(
  rows: Row[] | undefined,
  keyOf: (row: Row) => string,
  { keeps = () => false }: Options<Row> = {},
) {
  const [seen, setSeen] = useState<{ rows?: Row[]; shown?: Row[] }>({})
  if (rows !== seen.rows) {
    // An empty list has nothing to disturb.
    setSeen({ rows, shown: seen.shown?.length ? broughtUpToDate(seen.shown, rows, { keyOf, keeps }) : rows })
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

function broughtUpToDate<Row>(
  shown: Row[],
  rows: Row[] | undefined,
  { keyOf, keeps }: Required<Options<Row>> & { keyOf: (row: Row) => string },
) {
  // While nothing is known nothing has left.
  if (!rows) return shown
  const now = new Map(rows.map((row) => [keyOf(row), row]))
  return shown.flatMap((row) => now.get(keyOf(row)) ?? (keeps(row) ? row : []))
}

/** Whether those that stand in both stand there in the same order. */
function sameOrder<Row>(shown: Row[], rows: Row[], keyOf: (row: Row) => string) {
  const [before, now] = [shown.map(keyOf), rows.map(keyOf)]
  const inNow = before.filter((key) => now.includes(key))
  const inBefore = now.filter((key) => before.includes(key))
  return inNow.every((key, index) => key === inBefore[index])
}
