'use client'

import { Popover } from '@base-ui/react/popover'
import { ChevronDown } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { chip } from './filters'

type PopoverFilterProps = {
  label: string
  /** Whether it narrows, and what to. */
  lit: boolean
  said: ReactNode
  className?: string
  /** What can be chosen; choosing may close it. */
  children: (close: () => void) => ReactNode
}

/** A filter for which a native select is too little: a chip that opens what can be chosen. */
export function PopoverFilter({ label, lit, said, className, children }: PopoverFilterProps) {
  const [open, setOpen] = useState(false)
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger className={chip(lit)}>
        {label}
        <span className="pr-4.5 pl-1.5 text-ink">{said}</span>
        <ChevronDown aria-hidden className="absolute right-2.5 size-3" strokeWidth={2} />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner sticky sideOffset={4} align="start" className="z-30 max-w-[calc(100vw-24px)]">
          <Popover.Popup
            aria-label={label}
            className={`rounded-3 border border-line bg-raised text-13 text-ink shadow-3 outline-none ${className}`}
          >
            {children(() => setOpen(false))}
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  )
}
