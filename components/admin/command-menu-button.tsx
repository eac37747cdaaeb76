'use client'

import { Dialog } from '@base-ui/react/dialog'
import { Search } from 'lucide-react'

/** Ties the button in every title bar to the one menu of the desk's frame. */
export const commandMenu = Dialog.createHandle<void>()

/** On a wide screen it looks like the field that it opens, on a phone it is the glass alone. */
export function CommandMenuButton() {
  return (
    <Dialog.Trigger
      handle={commandMenu}
      aria-keyshortcuts="Meta+K Control+K"
      className="flex h-8 items-center gap-2.5 rounded-2 border border-line bg-surface pr-1.5 pl-2.5 text-ink-3 shadow-1 hover:bg-hover max-lg:max-w-8 max-md:size-11 max-md:justify-center max-md:border-0 max-md:bg-transparent max-md:p-0 max-md:text-ink-2 max-md:shadow-none"
    >
      <Search aria-hidden className="size-4 flex-none max-md:size-5" strokeWidth={1.6} />
      <span className="w-49 truncate text-left max-lg:sr-only">Jump to an order, event or SKU</span>
      <kbd
        aria-hidden
        className="rounded-1 border border-line bg-ground px-1 font-sans text-11 text-ink-3 max-lg:hidden"
      >
        ⌘K
      </kbd>
    </Dialog.Trigger>
  )
}
