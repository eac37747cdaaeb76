import { ChevronRight } from 'lucide-react'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { categories, shelfHref } from './catalogue/shelf-address'

export function Breadcrumbs({ product }: { product: { name: string; category?: string } }) {
  const { name, category } = product
  const known = categories.find((other) => other === category)
  return (
    <nav aria-label="You are here" className="py-3 text-14 text-ink-3 md:py-6">
      <ol className="flex items-center gap-2">
        <Crumb>
          <Link href="/" className="py-2 hover:text-ink">
            Shop
          </Link>
        </Crumb>
        {known && (
          <Crumb>
            <Link href={shelfHref({ category: known })} className="py-2 hover:text-ink">
              {known}
            </Link>
          </Crumb>
        )}
        <li aria-current="page" className="truncate">
          {name}
        </li>
      </ol>
    </nav>
  )
}

function Crumb({ children }: { children: ReactNode }) {
  return (
    <li className="flex items-center gap-2">
      {children}
      <ChevronRight aria-hidden className="size-3" />
    </li>
  )
}
