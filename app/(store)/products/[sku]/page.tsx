import type { Metadata } from 'next'
import { connection } from 'next/server'
import { cache, type ReactNode } from 'react'
import { Breadcrumbs } from '@/components/store/breadcrumbs'
import { Offer } from '@/components/store/product/offer'
import { ProductGrid } from '@/components/store/product-card'
import { ProductPicture } from '@/components/store/product-picture'
import { getQueryClient, trpc } from '@/server/trpc/queries'
import { canonical } from '../../canonical'
import { orNotFound } from '../../or-not-found'

type Props = { params: Promise<{ sku: string }> }

const getProduct = cache((sku: string) =>
  orNotFound(getQueryClient().fetchQuery(trpc.catalogue.bySku.queryOptions({ sku: decoded(sku) }))),
)

/** What nobody can decode is the name of nothing. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await connection()
  const { name, description, sku } = await getProduct((await params).sku)
  return {
    title: name,
    description,
    alternates: { canonical: await canonical(`/products/${encodeURIComponent(sku)}`) },
    openGraph: { title: name, description, type: 'website', siteName: 'Tiny Store' },
  }
}

export default async function ProductPage({ params }: Props) {
  await connection()
  const product = await getProduct((await params).sku)
  return (
    <div className="wide">
      <Breadcrumbs product={product} />
      <div className="grid grid-cols-1 items-start gap-6 md:grid-cols-2 md:gap-10 lg:grid-cols-[minmax(0,712px)_minmax(0,1fr)] lg:gap-24">
        <div className="-mx-4 overflow-hidden md:mx-0 md:rounded-4">
          <ProductPicture
            picture={product.picture}
            alt={`${product.name}, drawn`}
            size={712}
            eager
            first
            className="aspect-square w-full"
          />
        </div>
        <div>
          <h1 className="break-words font-medium text-32/9 tracking-display md:text-44">{product.name}</h1>
          <Offer key={product.sku} product={product}>
            <p className="mt-4 max-w-[28em] whitespace-pre-line text-16 text-ink-2 md:mt-6 md:text-18">
              {product.description}
            </p>
          </Offer>
          <dl className="mt-10 border-line border-t text-15">
            {product.category && <Fact term="For">{product.category}</Fact>}
            <Fact term="Article">
              <span className="break-all font-mono text-14">{product.sku}</span>
            </Fact>
          </dl>
        </div>
      </div>
      <Beside sku={product.sku} category={product.category} />
    </div>
  )
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className="grid grid-cols-[128px_1fr] border-line border-b py-3">
      <dt className="text-ink-3">{term}</dt>
      <dd>{children}</dd>
    </div>
  )
}

/** Four others, those of the same category first. */
async function Beside({ sku, category }: { sku: string; category?: string }) {
  const all = await getQueryClient().fetchQuery(trpc.catalogue.list.queryOptions())
  const others = all
    .filter((product) => product.sku !== sku && product.availableStock > 0)
    .sort((a, b) => Number(b.category === category) - Number(a.category === category))
    .slice(0, 4)
  if (others.length === 0) return null
  return (
    <>
      <h2 className="mt-16 mb-4 font-medium text-24 md:mt-24 md:mb-6">Stands well beside</h2>
      <ProductGrid products={others} below />
    </>
  )
}
