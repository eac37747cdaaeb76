'use client'

import clsx from 'clsx'
import type { Route } from 'next'
import Link from 'next/link'
import { usePathname } from 'next/navigation'

export type Place = { name: string; href: Route }

/** The pages of the API, and which of them this is. */
export function DocsLinks({ places }: { places: Place[] }) {
  const here = usePathname()
  return places.map(({ name, href }) => (
    <Link
      key={href}
      href={href}
      aria-current={href === here ? 'page' : undefined}
      className={clsx(
        'rounded-2 px-2 py-1.5 text-13 hover:bg-hover hover:text-ink',
        href === here ? 'bg-hover font-medium text-ink' : 'text-ink-2',
      )}
    >
      {name}
    </Link>
  ))
}
