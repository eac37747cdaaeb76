import clsx from 'clsx'
import type { ReactNode } from 'react'

type PanelProps = { title?: string; aside?: ReactNode; className?: string; children: ReactNode }

/** A surface with a hairline around it; with a title it is a landmark of the page. */
export function Panel({ title, aside, className, children }: PanelProps) {
  const frame = clsx('min-w-0 overflow-hidden rounded-3 border border-line bg-surface', className)
  if (!title) return <div className={frame}>{children}</div>
  return (
    <section aria-label={title} className={frame}>
      <header className="flex min-h-11 items-center justify-between gap-2 border-line border-b py-1 pr-2 pl-4 max-md:pl-3.5">
        <h2 className="font-semibold text-13 tracking-title">{title}</h2>
        {aside && <div className="flex items-center gap-2 pr-2 text-12 text-ink-3">{aside}</div>}
      </header>
      {children}
    </section>
  )
}
