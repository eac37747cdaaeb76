'use client'

import { Dialog } from '@base-ui/react/dialog'
import clsx from 'clsx'
import { Ellipsis, Store } from 'lucide-react'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { useState } from 'react'
import { ThemeSwitch } from '@/components/ui/theme-switch'
import { type InDesk, isAt, type Place, tabs, useFurther } from './places'
import { DeadCount } from './pulse'
import { SignedIn } from './signed-in'

const tab = (current: boolean) =>
  clsx(
    'relative grid h-full w-full place-content-center justify-items-center gap-1 font-medium text-11 -outline-offset-4',
    current ? 'text-accent-text' : 'text-ink-3',
  )

/** The desk's places on a phone, under the thumb. */
export function TabBar(desk: InDesk) {
  const pathname = usePathname()
  return (
    <nav
      aria-label="Desk"
      className="fixed inset-x-0 bottom-0 z-20 border-line border-t bg-surface pb-[env(safe-area-inset-bottom)] md:hidden"
    >
      <ul className="grid h-16 grid-cols-5">
        {tabs.map(({ href, name, short, Icon }) => (
          <li key={href} className="grid">
            <Link
              href={href}
              prefetch={false}
              aria-current={isAt(pathname, href) ? 'page' : undefined}
              className={tab(isAt(pathname, href))}
            >
              <Icon aria-hidden className="size-5" strokeWidth={1.5} />
              {short ?? name}
              {href === '/admin/dead-letters' && (
                <DeadCount className="absolute top-2 left-[calc(50%+6px)] min-w-4 rounded-full bg-st-failed-solid px-1 text-center font-semibold text-11/4 text-surface" />
              )}
            </Link>
          </li>
        ))}
        <li className="grid">
          <More further={useFurther(desk)} visitor={desk.visitor} />
        </li>
      </ul>
    </nav>
  )
}

/** What has no room in the bar: the other places, the shop, and how the desk looks. */
function More({ further, visitor }: { further: Place[] } & Pick<InDesk, 'visitor'>) {
  const [open, setOpen] = useState(false)
  const pathname = usePathname()
  const current = further.some(({ href }) => isAt(pathname, href))
  return (
    <Dialog.Root open={open} onOpenChange={setOpen}>
      <Dialog.Trigger className={tab(current)}>
        <Ellipsis aria-hidden className="size-5" strokeWidth={1.5} />
        More
      </Dialog.Trigger>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-30 bg-(--scrim) transition-opacity duration-(--move) data-ending-style:opacity-0 data-starting-style:opacity-0 md:hidden" />
        <Dialog.Popup className="fixed inset-x-0 bottom-0 z-30 max-h-dvh overflow-y-auto rounded-t-[16px] bg-raised px-3 pt-3 pb-[calc(16px+env(safe-area-inset-bottom))] text-14 shadow-3 outline-none transition-[translate] duration-(--move) data-ending-style:translate-y-full data-starting-style:translate-y-full md:hidden">
          <Dialog.Title className="px-3 pt-1 pb-2 font-semibold text-16">More of the desk</Dialog.Title>
          <ul>
            {[...further, { href: '/' as const, name: 'The shop', Icon: Store }].map(
              ({ href, name, Icon }) => (
                <li key={href}>
                  <Link
                    href={href}
                    prefetch={false}
                    onClick={() => setOpen(false)}
                    aria-current={isAt(pathname, href) ? 'page' : undefined}
                    className="flex h-12 items-center gap-3 rounded-3 px-3 font-medium hover:bg-hover aria-[current=page]:bg-accent-soft aria-[current=page]:text-accent-text"
                  >
                    <Icon aria-hidden className="size-5" strokeWidth={1.5} />
                    {name}
                  </Link>
                </li>
              ),
            )}
          </ul>
          <div className="mt-2 flex items-center justify-between gap-3 border-line border-t px-3 pt-3">
            <span className="text-ink-2">Appearance</span>
            <ThemeSwitch />
          </div>
          <div className="mt-2 border-line border-t pt-2">
            <SignedIn visitor={visitor} onLeave={() => setOpen(false)} />
          </div>
          <Dialog.Close className="sr-only">Close</Dialog.Close>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
