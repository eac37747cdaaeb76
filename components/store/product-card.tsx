import Link from 'next/link'
import { inWords, money } from '@/components/format'
import { Availability } from './availability'
import type { Product } from './catalogue/shelf'
import { ProductPicture } from './product-picture'

type GridProps = {
  products: Product[]
  /** Gives one product the first place. */
  feature?: boolean
  /** Says at the end that this is all there is. */
  last?: boolean
  /** Out of sight at first. */
  below?: boolean
}

export function ProductGrid({ products, feature = false, last = false, below = false }: GridProps) {
  const featured = feature
    ? products.find(({ picture, availableStock }) => picture && availableStock > 0)
    : undefined
  const ordered = featured ? [featured, ...products.filter((product) => product !== featured)] : products
  return (
    <ul className="grid grid-cols-2 gap-x-3 gap-y-7 md:grid-cols-3 md:gap-x-6 md:gap-y-10 lg:grid-cols-4">
      {ordered.map((product, index) => (
        <ProductCard
          key={product.sku}
          product={product}
          featured={product === featured}
          place={below ? Number.POSITIVE_INFINITY : index}
        />
      ))}
      {last && (
        <li className="col-span-2 border-line border-t pt-4 text-14 md:col-span-1 md:text-15">
          <p className="font-medium">That is all {inWords(products.length)}.</p>
          <p className="max-w-[22em] text-ink-2">We would rather mend these than add one more.</p>
        </li>
      )}
    </ul>
  )
}

type CardProps = { product: Product; featured: boolean; place: number }

/** The picture, the price, and whether it is there. The featured one takes four places, on a phone two. */
function ProductCard({ product, featured, place }: CardProps) {
  const soldOut = product.availableStock <= 0
  return (
    <li className={featured ? 'col-span-2 md:row-span-2' : undefined}>
      <Link href={`/products/${encodeURIComponent(product.sku)}`} className="group flex h-full flex-col">
        <span
          className={`block overflow-hidden rounded-4 bg-plaster ${featured ? 'aspect-square md:aspect-auto md:flex-1' : 'aspect-square'} ${soldOut ? 'opacity-55' : ''}`}
        >
          <ProductPicture
            picture={product.picture}
            size={featured ? 644 : 310}
            eager={place < 5}
            first={place === 0}
            className="size-full transition-transform duration-(--slow) group-hover:scale-[1.015]"
          />
        </span>
        <span
          className={`mt-3 font-medium md:mt-4 md:flex md:justify-between md:gap-3 md:text-16 ${featured ? 'flex justify-between text-16 md:text-18/6' : 'text-15/5'}`}
        >
          <span className="block min-w-0 break-words">{product.name}</span>
          <span className={`block font-normal tabular-nums ${featured ? '' : 'mt-0.5 md:mt-0'}`}>
            {money(product.price, product.currency)}
          </span>
        </span>
        <span className="mt-1 block">
          <Availability available={product.availableStock} />
        </span>
      </Link>
    </li>
  )
}
