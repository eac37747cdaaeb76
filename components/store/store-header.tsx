import { User } from 'lucide-react'
import Link from 'next/link'
import { Suspense } from 'react'
import { Logo } from '@/components/ui/logo'
import { CartLink } from './cart/cart-link'
import { CategoryLinks, CategoryLinksHere } from './catalogue/category-links'
import { SearchDoor } from './search/search-door'

export function StoreHeader() {
  return (
    <header className="sticky top-(--banner) z-5 border-line-soft border-b bg-ground">
      <div className="wide flex h-14 items-center md:h-18 md:gap-8">
        <Link href="/" aria-label="Tiny Store, to the shop" className="mr-auto rounded-1 md:mr-0">
          <Logo className="h-[22px] md:h-[26px]" />
        </Link>
        <nav aria-label="Categories" className="mr-auto ml-2 hidden gap-1 md:flex">
          <Suspense fallback={<CategoryLinks />}>
            <CategoryLinksHere />
          </Suspense>
        </nav>
        <div className="-mr-2.5 flex items-center gap-1">
          <SearchDoor />
          <Link
            href="/orders"
            aria-label="Your orders"
            className="grid size-11 place-items-center rounded-3 hover:bg-hover"
          >
            <User aria-hidden className="size-5" strokeWidth={1.5} />
          </Link>
          <CartLink />
        </div>
      </div>
    </header>
  )
}
