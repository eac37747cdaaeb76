import { CloudOff } from 'lucide-react'

/** Says whether the page moves by itself. Nothing to say when nothing can happen any more. */
export function LiveLine({ connection }: { connection: 'live' | 'lost' | 'over' }) {
  if (connection === 'over') return null
  if (connection === 'lost') {
    return (
      <p className="flex items-center gap-2 text-ink-2">
        <CloudOff aria-hidden className="size-3.5" />
        No live connection, so we look every second
      </p>
    )
  }
  return (
    <p className="flex items-center gap-2 text-ink-2">
      <span
        aria-hidden
        className="relative size-2 rounded-full bg-st-shipped-solid after:absolute after:-inset-1 after:rounded-full after:border-[1.5px] after:border-st-shipped-solid after:opacity-40"
      />
      Live, this page moves by itself
    </p>
  )
}
