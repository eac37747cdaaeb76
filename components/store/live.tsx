import { CloudOff } from 'lucide-react'

/** Says whether what stands here moves by itself; `lost` is said instead when it does not. */
export function Live({ children, lost }: { children: string; lost?: string | false }) {
  return (
    <p role="status" className="flex items-center gap-2 text-14 text-ink-2">
      {lost ? (
        <CloudOff aria-hidden className="size-3.5" />
      ) : (
        <span
          aria-hidden
          className="relative size-2 rounded-full bg-st-shipped-solid after:absolute after:-inset-1 after:rounded-full after:border-[1.5px] after:border-st-shipped-solid after:opacity-40"
        />
      )}
      {lost || children}
    </p>
  )
}
