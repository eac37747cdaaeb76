'use client'

import { Dialog } from '@base-ui/react/dialog'
import { X } from 'lucide-react'
import { type ReactNode, useRef, useState, useSyncExternalStore } from 'react'

type DrawerProps = {
  /** What is shown; nothing while it is closed. */
  subject?: string
  close: () => void
  children: (subject: string) => ReactNode
}

/**
 * One row of a list, opened beside it: 520 at the right, and the list stays in use; on a phone it comes from below,
 * leaves 40 of the page visible, and is all there is to use. The focus begins at what is marked `data-first`, or at the
 * way out; Escape closes it, and the focus goes back to where it was.
 */
export function Drawer({ subject, close, children }: DrawerProps) {
  const isPhone = useIsPhone()
  // While it slides out it still shows what it showed.
  const [last, setLast] = useState(subject)
  if (subject !== undefined && subject !== last) setLast(subject)
  const popup = useRef<HTMLDivElement>(null)

  return (
    <Dialog.Root
      open={subject !== undefined}
      onOpenChange={(open) => {
        if (!open) close()
      }}
      modal={isPhone}
      disablePointerDismissal={!isPhone}
    >
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-30 bg-(--scrim) transition-opacity duration-(--move) data-ending-style:opacity-0 data-starting-style:opacity-0 md:hidden" />
        <Dialog.Popup
          ref={popup}
          initialFocus={() => popup.current?.querySelector<HTMLElement>('[data-first], [data-close]') ?? true}
          className="fixed inset-y-0 right-0 z-30 flex w-130 max-w-full flex-col border-line border-l bg-raised text-13 shadow-3 outline-none transition-[translate] duration-(--move) data-ending-style:translate-x-full data-starting-style:translate-x-full max-md:inset-x-0 max-md:top-10 max-md:w-auto max-md:overflow-hidden max-md:rounded-t-[16px] max-md:border-l-0 max-md:data-ending-style:translate-x-0 max-md:data-ending-style:translate-y-full max-md:data-starting-style:translate-x-0 max-md:data-starting-style:translate-y-full"
        >
          {last !== undefined && children(last)}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

/** Room for the drawer beside a list, where the screen is wide enough for both. */
export const besideDrawer = 'xl:mr-130'

type DrawerHeadProps = { title: ReactNode; detail?: ReactNode; picture?: ReactNode; children?: ReactNode }

/** Names the drawer, and closes it. Children stand before the button: what can be done with all of it. */
export function DrawerHead({ title, detail, picture, children }: DrawerHeadProps) {
  return (
    <div className="flex flex-none items-center gap-3 border-line border-b py-4 pr-4 pl-5 max-md:py-3 max-md:pr-2 max-md:pl-4">
      {picture}
      <div className="min-w-0 flex-1">
        <Dialog.Title className="flex min-h-6 flex-wrap items-center gap-x-2 font-semibold text-16 tracking-title">
          {title}
        </Dialog.Title>
        {detail && <div className="flex min-h-4 text-12 text-ink-3">{detail}</div>}
      </div>
      {children}
      <Dialog.Close
        data-close
        aria-label="Close"
        className="grid size-8 flex-none place-items-center rounded-2 text-ink-2 -outline-offset-2 hover:bg-hover hover:text-ink max-md:size-11"
      >
        <X aria-hidden className="size-4" strokeWidth={1.6} />
      </Dialog.Close>
    </div>
  )
}

/** What scrolls. */
export function DrawerBody({ children }: { children: ReactNode }) {
  return <div className="min-h-0 flex-1 overflow-y-auto overscroll-contain">{children}</div>
}

/** What can be done, always in reach. */
export function DrawerFoot({ children }: { children: ReactNode }) {
  return (
    <div className="flex flex-none flex-wrap items-center gap-2 border-line border-t px-5 py-3 max-md:px-4 max-md:pb-[calc(12px+env(safe-area-inset-bottom))]">
      {children}
    </div>
  )
}

/** Tailwind's `max-md`, for what a style cannot say. */
const phone = '(width < 48rem)'

function useIsPhone(): boolean {
  return useSyncExternalStore(
    (changed) => {
      const query = matchMedia(phone)
      query.addEventListener('change', changed)
      return () => query.removeEventListener('change', changed)
    },
    () => matchMedia(phone).matches,
    () => false,
  )
}
