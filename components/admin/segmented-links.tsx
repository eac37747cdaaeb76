import type { Route } from 'next'
import Link from 'next/link'

type SegmentedLinksProps = {
  label: string
  links: { name: string; href: Route; current: boolean }[]
  className?: string
}

/** A few views of one page, each with an address. */
export function SegmentedLinks({ label, links, className }: SegmentedLinksProps) {
  return (
    <nav aria-label={label} className={className}>
      <ul className="flex gap-0.5 rounded-2 border border-line bg-sunken p-0.5">
        {links.map(({ name, href, current }) => (
          <li key={name}>
            <Link
              href={href}
              scroll={false}
              aria-current={current ? 'page' : undefined}
              className="flex h-7 items-center rounded-1 px-3 font-medium text-12 text-ink-2 hover:text-ink aria-[current]:bg-raised aria-[current]:text-ink aria-[current]:shadow-1 max-md:h-9"
            >
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
