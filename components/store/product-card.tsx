import Link from 'next/link'
import { money } from '@/components/format'
import type { Outputs } from '@/components/trpc-provider'
import { Availability } from './availability'
import { ProductPicture } from './product-picture'

type Product = Outputs['catalogue']['list'][number]

export function ProductGrid({ products, feature = false }: { products: Product[]; feature?: boolean }) {
  return (
    <ul className="grid grid-cols-2 gap-x-3 gap-y-7 md:grid-cols-3 md:gap-x-6 md:gap-y-10 lg:grid-cols-4">
      {products.map((product, index) => (
        <ProductCard
          key={product.sku}
          product={product}
          featured={feature && index === 0}
          eager={index < 5}
        />
      ))}
    </ul>
  )
}

type CardProps = { product: Product; featured: boolean; eager: boolean }

/** The picture, the price, and whether it is there. The featured one takes four places, on a phone two. */
function ProductCard({ product, featured, eager }: CardProps) {
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
            eager={eager}
            className="size-full transition-transform duration-(--slow) group-hover:scale-[1.015]"
          />
        </span>
        <span
          className={`mt-3 font-medium md:mt-4 md:flex md:justify-between md:gap-3 md:text-16 ${featured ? 'flex justify-between text-16 md:text-18/6' : 'text-15/5'}`}
        >
          <span className="block break-words">{product.name}</span>
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
