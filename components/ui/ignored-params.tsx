import { Info } from 'lucide-react'

/** Says which parts of the address were not understood; the page shows what it can without them. */
export function IgnoredParams({ names }: { names: string[] }) {
  if (names.length === 0) return null
  const [last, ...rest] = names.toReversed()
  const list = rest.length > 0 ? `${rest.toReversed().join(', ')} and ${last}` : last
  return (
    <p
      role="status"
      className="mb-3 flex items-center gap-2.5 rounded-3 border border-line bg-sunken px-4 py-2 text-ink-2"
    >
      <Info aria-hidden className="size-4 flex-none" strokeWidth={1.6} />
      <span>
        Left out, because the address says something that cannot be: <b className="font-medium">{list}</b>
      </span>
    </p>
  )
}
