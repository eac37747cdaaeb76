import { FlaskConical } from 'lucide-react'

/** Above every page while the fault lab is on; what sticks to the top of the screen does so below it (`--banner`). */
export function FaultLabBanner() {
  return (
    <aside
      data-banner
      aria-label="Fault lab"
      className="sticky top-0 z-20 flex h-(--banner) items-center justify-center gap-2 bg-st-cancelled-soft px-3 text-12 text-st-cancelled"
    >
      <FlaskConical aria-hidden className="size-3.5 flex-none" strokeWidth={1.8} />
      <p className="truncate">
        <strong className="font-semibold">Fault lab.</strong> Things may break here on purpose.
      </p>
    </aside>
  )
}
