'use client'

import { Dialog } from '@base-ui/react/dialog'
import dynamic from 'next/dynamic'
import { useEffect } from 'react'
import { commandMenu } from './command-menu-button'
import type { InDesk } from './places'

/** Fetched when it is opened for the first time: most pages never need it. */
const CommandList = dynamic(() => import('./command-list').then(({ CommandList }) => CommandList), {
  loading: () => <div className="h-13" />,
  ssr: false,
})

/** ⌘K from anywhere at the desk: to an order, an event, a product or a place. */
export function CommandMenu(desk: Pick<InDesk, 'faultLab'>) {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.metaKey || event.ctrlKey)) return
      event.preventDefault()
      if (commandMenu.isOpen) commandMenu.close()
      else commandMenu.open(null)
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])

  return (
    <Dialog.Root handle={commandMenu}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-40 bg-(--scrim) transition-opacity duration-(--quick) data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Dialog.Popup
          aria-label="Jump to"
          className="fixed inset-x-4 top-[12dvh] z-40 mx-auto flex max-h-[min(560px,76dvh)] max-w-140 flex-col overflow-hidden rounded-4 bg-raised text-13 shadow-4 outline-none transition-opacity duration-(--quick) data-ending-style:opacity-0 data-starting-style:opacity-0 max-md:inset-x-3 max-md:top-3"
        >
          <CommandList desk={desk} close={() => commandMenu.close()} />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
