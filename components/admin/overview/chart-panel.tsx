'use client'

import dynamic from 'next/dynamic'
import { type ReactNode, useSyncExternalStore } from 'react'
import { Skeleton } from '@/components/ui/skeleton'
import { Panel } from '../panel'
import type { BarsProps } from './bars'

const Bars = dynamic(() => import('./bars').then(({ Bars }) => Bars), { ssr: false })

type ChartPanelProps = {
  title: string
  aside?: ReactNode
  /** On a phone there is no room beside the title. */
  below?: ReactNode
  /** What the picture shows, in a sentence, for who cannot see it. */
  says?: string
  /** Absent while the numbers are on their way. */
  chart?: Omit<BarsProps, 'height' | 'narrow'>
  className?: string
}

/** A chart, the sentence that says the same, and all of its numbers as a table. */
export function ChartPanel({ title, aside, below, says, chart, className }: ChartPanelProps) {
  const narrow = useNarrow()
  return (
    <Panel title={title} aside={aside} className={className}>
      <div role="img" aria-label={says ?? title} className="h-57 px-4 pt-3 max-md:h-47 max-md:px-3">
        {chart ? (
          <Bars {...chart} narrow={narrow} height={narrow ? 176 : 216} />
        ) : (
          <Skeleton className="h-full w-full" />
        )}
      </div>
      {below && <div className="px-3.5 pt-1 text-12 text-ink-2 md:hidden">{below}</div>}
      <details className="px-4 pt-1 pb-3 text-12 max-md:px-3.5">
        <summary className="w-fit text-ink-3 hover:text-ink">As a table</summary>
        {chart && <Numbers title={title} {...chart} />}
      </details>
    </Panel>
  )
}

function Numbers({
  title,
  rows,
  series,
  write,
}: { title: string } & Pick<BarsProps, 'rows' | 'series' | 'write'>) {
  return (
    <div className="mt-2 overflow-x-auto">
      <table className="w-full tabular-nums" aria-label={`${title}, in numbers`}>
        <thead>
          <tr className="border-line border-b text-ink-3">
            <th scope="col" className="py-1 text-left font-medium">
              When (UTC)
            </th>
            {series.map(({ key, word }) => (
              <th key={key} scope="col" className="py-1 pl-3 text-right font-medium">
                {word}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.name} className="border-line-soft border-b last:border-b-0">
              <th scope="row" className="py-1 text-left font-normal">
                {row.name}
              </th>
              {series.map(({ key }) => (
                <td key={key} className="py-1 pl-3 text-right">
                  {row[key] === undefined ? '–' : write(Number(row[key]))}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const query = '(width < 48rem)'

/** Whether this is a phone's screen; the server does not know and draws no chart. */
const useNarrow = () =>
  useSyncExternalStore(
    (changed) => {
      const media = window.matchMedia(query)
      media.addEventListener('change', changed)
      return () => media.removeEventListener('change', changed)
    },
    () => window.matchMedia(query).matches,
    () => false,
  )
