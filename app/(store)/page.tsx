import type { Metadata } from 'next'
import { connection } from 'next/server'
import { cache } from 'react'
import { count } from '@/components/format'
import { EmptyShelf } from '@/components/store/catalogue/empty-shelf'
import { Fresh } from '@/components/store/catalogue/fresh'
import { arrange, readShelf } from '@/components/store/catalogue/shelf'
import { type Shelf, shelfHref } from '@/components/store/catalogue/shelf-address'
import { ShelfChips } from '@/components/store/catalogue/shelf-chips'
import { SortChoice } from '@/components/store/catalogue/sort-choice'
import { ProductGrid } from '@/components/store/product-card'
import { IgnoredParams } from '@/components/ui/ignored-params'
import type { SearchParams } from '@/components/url-params'
import { getQueryClient, trpc } from '@/server/trpc/queries'
import { canonical } from './canonical'

type Props = { searchParams: Promise<SearchParams> }

const getAll = cache(async () => {
  await connection()
  return getQueryClient().fetchQuery(trpc.catalogue.list.queryOptions())
})

async function ask({ searchParams }: Props) {
  const all = await getAll()
  const { filters: shelf, ignored } = readShelf(await searchParams, all)
  return { products: arrange(all, shelf), shelf, ignored, drawn: Date.now() }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { shelf } = await ask(props)
  const title = shelf.q ? `“${shelf.q}”` : shelf.category
  // Orders and words make no pages of their own.
  const path = shelfHref({ category: shelf.q ? undefined : shelf.category })
  return { ...(title && { title }), alternates: { canonical: await canonical(path) } }
}

export default async function CataloguePage(props: Props) {
  const { products, shelf, ignored, drawn } = await ask(props)
  const everything = Object.keys(shelf).length === 0
  return (
    <div className="wide">
      <Fresh drawn={drawn} />
      <header className="gap-6 pt-8 pb-5 md:flex md:items-end md:justify-between md:pt-14 md:pb-8">
        <Heading shelf={shelf} />
        <div className="mt-5 md:mt-0 md:flex md:items-center md:gap-3">
          <p
            role="status"
            className="hidden shrink-0 whitespace-nowrap text-15 text-ink-2 tabular-nums md:block"
          >
            {count(products.length, 'piece')}
          </p>
          <ShelfChips shelf={shelf} />
          <div className="mt-4 flex items-center justify-between md:mt-0">
            <p className="text-15 text-ink-2 tabular-nums md:hidden">{count(products.length, 'piece')}</p>
            <SortChoice shelf={shelf} />
          </div>
        </div>
      </header>
      <IgnoredParams names={ignored} />
      {products.length > 0 ? (
        <ProductGrid products={products} feature={everything} last={everything} />
      ) : (
        <EmptyShelf shelf={shelf} />
      )}
    </div>
  )
}

function Heading({ shelf: { q } }: { shelf: Shelf }) {
  return (
    <div className="min-w-0">
      <h1 className="max-w-[15em] break-words font-medium text-32/9 tracking-display md:text-44">
        {q ? `Looked for “${q}”` : 'Small things, made to stay.'}
      </h1>
      <p className="mt-3 max-w-[32em] text-16 text-ink-2 md:text-18">
        For the table, the desk and the home. We keep them in stock, and we mend them.
      </p>
    </div>
  )
}
