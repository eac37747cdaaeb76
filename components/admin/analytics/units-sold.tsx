import type { Route } from 'next'
import Link from 'next/link'
import { count } from '@/components/format'
import { Skeleton } from '@/components/ui/skeleton'
import { figure } from '../figures'
import { Panel } from '../panel'
import type { Figures, Stretch } from './questions'
import { stretches } from './questions'

type UnitsSoldProps = { figures?: Figures; stretch: Stretch }

/** What was sold most; a row leads to the product. */
export function UnitsSold({ figures, stretch }: UnitsSoldProps) {
  const most = figures?.units[0]?.units ?? 1
  return (
    <Panel
      title="Units sold per SKU"
      className="xl:col-span-12"
      aside={figures && <span className="tabular-nums">{aside(figures, stretch)}</span>}
    >
      {figures?.units.length === 0 && <p className="px-4 py-6 text-ink-2 max-md:px-3.5">Nothing was sold.</p>}
      <ol className="columns-2 gap-0 py-2 max-md:columns-1">
        {figures
          ? figures.units.map(({ sku, units }) => (
              <li key={sku} className="break-inside-avoid">
                <Link
                  href={`/admin/inventory?product=${encodeURIComponent(sku)}` as Route}
                  className="grid h-8 grid-cols-[148px_minmax(0,1fr)_56px] items-center gap-3 px-4 -outline-offset-2 hover:bg-hover max-md:h-10 max-md:px-3.5"
                >
                  <span className="truncate font-mono text-12">{sku}</span>
                  <span aria-hidden className="h-2 overflow-hidden rounded-full bg-sunken">
                    <span
                      className="block h-full rounded-full bg-chart"
                      style={{ width: `${Math.max(0, units / most) * 100}%` }}
                    />
                  </span>
                  <span className="text-right font-medium tabular-nums">{figure(units)}</span>
                </Link>
              </li>
            ))
          : ['w-4/5', 'w-3/5', 'w-2/5', 'w-1/3', 'w-1/4', 'w-1/5'].map((width) => (
              <li key={width} className="flex h-8 items-center px-4">
                <Skeleton className={`h-3 ${width}`} />
              </li>
            ))}
      </ol>
    </Panel>
  )
}

const aside = ({ units, skus }: Figures, stretch: Stretch) =>
  skus > units.length
    ? `the first ${units.length} of ${figure(skus)} SKUs ${stretches[stretch].days}`
    : `${count(skus, 'SKU')} ${stretches[stretch].days}`
