import Link from 'next/link'
import { connection } from 'next/server'
import { count } from '@/components/format'
import { categories, categoryHref } from '@/components/store/categories'
import { ProductGrid } from '@/components/store/product-card'
import { getQueryClient, trpc } from '@/server/trpc/server'

type Props = { searchParams: Promise<{ category?: string | string[] }> }

export default async function CataloguePage({ searchParams }: Props) {
  await connection()
  const { category } = await searchParams
  const all = await getQueryClient().fetchQuery(trpc.catalogue.list.queryOptions())
  const products = category ? all.filter((product) => product.category === category) : all
  return (
    <div className="wide">
      <header className="flex items-end justify-between gap-6 pt-8 pb-4 md:pt-14 md:pb-8">
        <div>
          <h1 className="max-w-[15em] font-medium text-32/9 tracking-display md:text-44">
            Small things, made to stay.
          </h1>
          <p className="mt-3 max-w-[32em] text-16 text-ink-2 md:text-18">
            For the table, the desk and the home. We keep them in stock, and we mend them.
          </p>
        </div>
        <p className="hidden shrink-0 text-15 text-ink-2 tabular-nums md:block">
          {count(products.length, 'piece')}
        </p>
      </header>
      <CategoryChips current={typeof category === 'string' ? category : undefined} />
      {products.length > 0 ? <ProductGrid products={products} feature={!category} /> : <EmptyShelf />}
    </div>
  )
}

/** On a phone the header has no room for the categories. */
function CategoryChips({ current }: { current?: string }) {
  return (
    <nav
      aria-label="Categories"
      className="-mx-4 mb-5 flex gap-2 overflow-x-auto px-4 py-0.5 [scrollbar-width:none] md:hidden"
    >
      {[undefined, ...categories].map((category) => (
        <Link
          key={category ?? 'All'}
          href={categoryHref(category)}
          aria-current={category === current ? 'page' : undefined}
          className="flex h-11 items-center rounded-full border border-line bg-surface px-4 font-medium text-14 text-ink-2 aria-[current=page]:border-accent-line aria-[current=page]:bg-accent-soft aria-[current=page]:text-accent-text"
        >
          {category ?? 'All'}
        </Link>
      ))}
    </nav>
  )
}

function EmptyShelf() {
  return (
    <p className="py-10 text-18 text-ink-2">
      Nothing stands on this shelf.{' '}
      <Link href="/" className="text-link">
        See everything we have
      </Link>
    </p>
  )
}
