type Props = {
  picture?: string
  alt?: string
  size: number
  /** In sight at once: not put off. The first in sight is asked for before everything else. */
  eager?: boolean
  first?: boolean
  className?: string
}

/** Drawn in the same light as the others, for a product that has no picture. */
const parcel = '/products/parcel.svg'

/** The picture of a product. `size` is the largest edge it is shown at. */
export function ProductPicture({
  picture,
  alt = '',
  size,
  eager = false,
  first = false,
  className = '',
}: Props) {
  return (
    // biome-ignore lint/performance/noImgElement: the pictures are 4 KB of SVG; there is nothing to optimise
    <img
      src={picture ?? parcel}
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
