'use client'

import Link from 'next/link'
import { usePathname, useSearchParams } from 'next/navigation'
import { categories, shelfHref } from './shelf-address'

/** The links with the one chosen that the address names. */
export function CategoryLinksHere() {
  const onCatalogue = usePathname() === '/'
  const category = useSearchParams().get('category') ?? 'All'
  return <CategoryLinks current={onCatalogue ? category : undefined} />
}

export function CategoryLinks({ current }: { current?: string }) {
  return ['All', ...categories].map((name) => (
    <Link
      key={name}
      href={shelfHref({ category: name === 'All' ? undefined : name })}
      aria-current={name === current ? 'page' : undefined}
      className="rounded-3 px-3 py-2 text-15 text-ink-2 hover:text-ink aria-[current=page]:font-medium aria-[current=page]:text-ink"
    >
      {name}
    </Link>
  ))
}
