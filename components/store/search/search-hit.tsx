import Link from 'next/link'
import { money } from '@/components/format'
import { Availability } from '../availability'
import { fold, type Product } from '../catalogue/shelf'
import { ProductPicture } from '../product-picture'

type Props = {
  id: string
  product: Product
  q: string
  active: boolean
  onPoint: () => void
  onOpen: () => void
}

/** A thing that was found. The field keeps the focus; arrow keys and the pointer say which one is meant. */
export function SearchHit({ id, product, q, active, onPoint, onOpen }: Props) {
  return (
    <Link
      id={id}
      role="option"
      aria-selected={active}
      tabIndex={-1}
      href={`/products/${encodeURIComponent(product.sku)}`}
      prefetch={false}
      onPointerMove={onPoint}
      onClick={onOpen}
      className="mx-2 flex min-h-18 items-center gap-4 rounded-3 p-2 aria-selected:bg-accent-soft"
    >
      <ProductPicture picture={product.picture} size={56} eager className="size-14 shrink-0 rounded-3" />
      <span className="min-w-0 flex-1">
        <span className="block break-words">
          <Marked text={product.name} q={q} />
        </span>
        <span className="block text-14 text-ink-2">{product.category}</span>
      </span>
      <span className="grid shrink-0 justify-items-end">
        <span className="tabular-nums">{money(product.price, product.currency)}</span>
        <Availability available={product.availableStock} />
      </span>
    </Link>
  )
}

/** The text with the first place of each word that was asked for. */
function Marked({ text, q }: { text: string; q: string }) {
  const folded = fold(text)
  const letters = [...text]
  const marked = new Set<number>()
  for (const word of fold(q).split(/\s+/).filter(Boolean)) {
    const start = folded.indexOf(word)
    for (let at = start; start >= 0 && at < start + word.length; at += 1) marked.add(at)
  }
  const runs: { text: string; hit: boolean; at: number }[] = []
  letters.forEach((letter, at) => {
    const hit = marked.has(at)
    const last = runs.at(-1)
    if (last?.hit === hit) last.text += letter
    else runs.push({ text: letter, hit, at })
  })
  return runs.map(({ text, hit, at }) =>
    hit ? (
      <mark key={at} className="bg-transparent font-semibold text-inherit">
        {text}
      </mark>
    ) : (
      <span key={at}>{text}</span>
    ),
  )
}
