import type { Route } from 'next'
import type { ReactNode } from 'react'
import { BackLink } from './back-link'
import { CommandMenuButton } from './command-menu-button'

type TitleBarProps = {
  title: ReactNode
  /** Said quietly after the title: how many, or which status. */
  detail?: ReactNode
  /** The list that this page was opened from. */
  back?: { href: Route; name: string }
  /** What can be done with the whole page, at the right. */
  children?: ReactNode
}

/** The head of every desk page; it stays while the page scrolls. */
export function TitleBar({ title, detail, back, children }: TitleBarProps) {
  return (
    <header
      className={`sticky top-(--banner) z-10 flex h-14 items-center gap-3 border-line border-b bg-ground px-6 max-md:h-13 max-md:gap-2 max-md:pl-4 ${children ? 'max-md:pr-3' : 'max-md:pr-1'}`}
    >
      {back && <BackLink {...back} />}
      {back && (
        <span aria-hidden className="-mr-1.5 flex-none text-16 text-ink-2 max-md:hidden">
          {back.name} <span className="px-1 text-ink-3">/</span>
        </span>
      )}
      <h1 className="min-w-0 truncate font-semibold text-16 tracking-title">{title}</h1>
      {detail && <div className="flex-none text-13 text-ink-3 tabular-nums">{detail}</div>}
      <div className="ml-auto flex flex-none items-center gap-2">
        <CommandMenuButton />
        {children}
      </div>
    </header>
  )
}
