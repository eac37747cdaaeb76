import Link from 'next/link'
import type { ReactNode } from 'react'
import { categories, type Shelf, shelfHref } from './shelf-address'

/** What the header has no room for on a phone; in stock or not is asked here on every screen. */
export function ShelfChips({ shelf }: { shelf: Shelf }) {
  const { category, inStock, ...rest } = shelf
  return (
    <div className="-mx-4 flex gap-2 overflow-x-auto px-4 py-0.5 [scrollbar-width:none] md:mx-0 md:px-0">
      <nav aria-label="Categories" className="flex gap-2 md:hidden">
        {[undefined, ...categories].map((name) => (
          <Chip
            key={name ?? 'All'}
            href={shelfHref({ ...rest, inStock, category: name })}
            chosen={name === category}
          >
            {name ?? 'All'}
          </Chip>
        ))}
      </nav>
      <Chip
        href={shelfHref({ ...rest, category, inStock: inStock ? undefined : '1' })}
        chosen={Boolean(inStock)}
      >
        In stock<span className="sr-only">{inStock ? ' only: take back' : ' only'}</span>
      </Chip>
    </div>
  )
}

type ChipProps = { href: ReturnType<typeof shelfHref>; chosen: boolean; children: ReactNode }

function Chip({ href, chosen, children }: ChipProps) {
  return (
    <Link
      href={href}
      scroll={false}
      aria-current={chosen ? 'page' : undefined}
      className="flex h-11 items-center whitespace-nowrap rounded-full border border-line bg-surface px-4 font-medium text-14 text-ink-2 hover:bg-hover aria-[current=page]:border-accent-line aria-[current=page]:bg-accent-soft aria-[current=page]:text-accent-text md:h-10"
    >
      {children}
    </Link>
  )
}
