import clsx from 'clsx'
import type { ReactNode } from 'react'
import { Skeleton } from '@/components/ui/skeleton'

/** Without a value it is on its way. */
type Figure = { name: string; value?: ReactNode; className?: string }

/** The three numbers that a drawer is opened for. */
export function DrawerFigures({ figures }: { figures: Figure[] }) {
  return (
    <dl className="grid grid-cols-3 divide-x divide-line border-line border-b tabular-nums">
      {figures.map(({ name, value, className }) => (
        <div key={name} className="px-5 py-3 max-md:px-3.5">
          <dt className="text-12 text-ink-3">{name}</dt>
          <dd className={clsx('font-semibold text-24 tracking-[-0.02em] max-md:text-20', className)}>
            {value ?? <Skeleton className="my-2 h-4 w-12" />}
          </dd>
        </div>
      ))}
    </dl>
  )
}
