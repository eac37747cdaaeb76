import { Package } from 'lucide-react'

type Props = {
  picture?: string
  alt?: string
  size: number
  /** In sight at once: not put off. The first in sight is asked for before everything else. */
  eager?: boolean
  first?: boolean
  className?: string
}

/** The picture of a product, or a quiet place for one that has none. `size` is the largest edge it is shown at. */
export function ProductPicture({
  picture,
  alt = '',
  size,
  eager = false,
  first = false,
  className = '',
}: Props) {
  if (!picture) {
    return (
      <span className={`picture grid place-items-center text-ink-3 ${className}`}>
        <Package aria-hidden className="size-1/4 max-w-16" strokeWidth={1} />
      </span>
    )
  }
  return (
    // biome-ignore lint/performance/noImgElement: the pictures are 4 KB of SVG; there is nothing to optimise
    <img
      src={picture}
      alt={alt}
      width={size}
      height={size}
      loading={eager ? 'eager' : 'lazy'}
      fetchPriority={first ? 'high' : undefined}
      decoding={eager ? 'sync' : 'async'}
      className={`picture object-cover ${className}`}
    />
  )
}
