import { Check, Clock, TriangleAlert } from 'lucide-react'
import type { Outputs } from '@/components/trpc-provider'
import { ProductPicture } from '../product-picture'
import { type Shortage, type Story, shortagesOf } from './story'

type Products = Outputs['catalogue']['list']

/** Of a rejected order: which line is short, and what is left. */
export function Shortages({ story, products }: { story: Story; products: Products }) {
  const short = shortagesOf(story)
  if (story.order.status !== 'REJECTED' || short.length === 0) return null
  return (
    <section>
      <h2 className="mt-10 mb-2 font-medium text-18">What is left</h2>
      <ul className="divide-y divide-line border-line border-y">
        {story.order.items.map(({ sku, name, quantity }) => (
          <li key={sku} className="flex min-h-20 items-center gap-4 py-3">
            <ProductPicture
              picture={products.find((product) => product.sku === sku)?.picture}
              size={56}
              className="size-14 shrink-0 rounded-3"
            />
            <p className="min-w-0 flex-1">
              <span className="block break-words font-medium">{name}</span>
              <span className="block text-14 text-ink-2 tabular-nums">{quantity} asked for</span>
            </p>
            <Left shortage={short.find((shortage) => shortage.sku === sku)} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Left({ shortage }: { shortage?: Shortage }) {
  const [Icon, colour, words] = !shortage
    ? [Check, 'text-ink-2', 'Enough']
    : shortage.available === 0
      ? [Clock, 'text-ink-3', 'Sold out']
      : [TriangleAlert, 'text-st-cancelled', `${shortage.available} left`]
  return (
    <span className={`flex items-center gap-1.5 font-medium text-14 ${colour}`}>
      <Icon aria-hidden className="size-3.5" strokeWidth={1.6} />
      {words}
    </span>
  )
}
