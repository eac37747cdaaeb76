/** Holds the place of something that is on its way: give it that thing's exact size. */
export function Skeleton({ className = '' }: { className?: string }) {
  return <span aria-hidden className={`block rounded-1 bg-skeleton ${className}`} />
}
