/** The picture is a small drawing of ours, so nothing is gained by optimising it. */
export function Thumbnail({ picture, className = 'size-8' }: { picture?: string; className?: string }) {
  if (!picture) return <span aria-hidden className={`block rounded-1 bg-plaster ${className}`} />
  return (
    // biome-ignore lint/performance/noImgElement: an SVG of 4 KB
    <img
      src={picture}
      alt=""
      width={40}
      height={40}
      className={`picture max-w-none rounded-1 ${className}`}
    />
  )
}
