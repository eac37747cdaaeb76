import { Check, TriangleAlert } from 'lucide-react'
import { count } from '@/components/format'
import { figure } from '../figures'
import type { Rebuild } from './read-model-row'

type Comparison = NonNullable<Rebuild['compared']>

/** What the comparison found, row by row as far as it fits. */
export function Compared({ comparison: { rows, different, first } }: { comparison: Comparison }) {
  if (different === 0) {
    return (
      <p className="flex items-center gap-2 text-st-shipped">
        <Check aria-hidden className="size-3.5" strokeWidth={2} />
        {rows === 1 ? 'The one row is' : `All ${figure(rows)} rows are`} alike
      </p>
    )
  }
  return (
    <>
      <p className="flex items-center gap-2 text-st-failed">
        <TriangleAlert aria-hidden className="size-3.5" strokeWidth={1.8} />
        {count(different, 'row is', 'rows are')} different, of {figure(rows)}
        {first.length < different && `: the first ${first.length}`}
      </p>
      <div className="overflow-x-auto">
        <table aria-label="What is different" className="w-full font-mono tabular-nums">
          <thead>
            <tr className="text-left text-ink-3 *:pr-4 *:pb-1 *:font-normal *:font-sans">
              <th scope="col">When (UTC)</th>
              <th scope="col">What</th>
              <th scope="col">Asked now</th>
              <th scope="col">Rebuilt</th>
            </tr>
          </thead>
          <tbody>
            {first.map(({ at, of, live, rebuilt }) => (
              <tr key={`${at} ${of}`} className="*:pr-4 *:align-top">
                <td className="whitespace-nowrap">{at.slice(0, 16) || '–'}</td>
                <td className="wrap-anywhere">{of}</td>
                <td className="text-st-failed">{live ?? 'not there'}</td>
                <td className="text-st-shipped">{rebuilt ?? 'not there'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}
