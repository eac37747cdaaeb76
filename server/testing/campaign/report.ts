import { dim, green, red, table } from '../terminal'
import type { Case, Result } from './case'
import type { Violation } from './stage'

type Played = { case: Case; result: Result }

/** One line for each case, and below the broken promises of each. */
export function summary(played: Played[]): string {
  const lines = table(
    [
      ['case', 'size', 'faults injected', 'time to quiet', 'took', 'violations', ''],
      ...played.map(({ case: { id, of, says }, result }) => [
        id,
        `${result.size} ${of}`,
        faultsOf(result),
        `${(result.quietMs / 1_000).toFixed(1)} s`,
        `${result.seconds.toFixed(0)} s`,
        result.violations.length === 0 ? 'none' : String(countOf(result)),
        says,
      ]),
    ],
    'llrrrrl',
  )
  return lines.join('\n')
}

/** What there is to say below a case: its notes, and what was broken, a line each with the first that broke it. */
export const remarks = ({ notes, violations, log }: Result): string[] => [
  ...notes.map(dim),
  ...violations.map(({ of, count, first }) => red(`${of.padEnd(7)} ${count} ×, first: ${first}`)),
  ...(violations.length > 0 ? [`what the processes said: ${log}`] : []),
]

export const verdict = (failed: boolean) => (failed ? red('✘') : green('✔'))

function faultsOf({ faults }: Result): string {
  return [...faults].map(([kind, times]) => `${times} ${kind}`).join(', ')
}

const countOf = ({ violations }: Result) => violations.reduce((sum, { count }: Violation) => sum + count, 0)
