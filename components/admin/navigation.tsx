'use client'

import clsx from 'clsx'
import { Activity, Box, LayoutGrid, List, type LucideIcon, Truck } from 'lucide-react'
import type { Route } from 'next'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'

type Place = { href: Route; name: string; short?: string; Icon: LucideIcon }

const places: Place[] = [
  { href: '/admin', name: 'Overview', Icon: LayoutGrid },
  { href: '/admin/orders', name: 'Orders', Icon: List },
  { href: '/admin/inventory', name: 'Inventory', Icon: Box },
  { href: '/admin/shipments', name: 'Shipments', Icon: Truck },
  { href: '/admin/events', name: 'Event log', short: 'Events', Icon: Activity },
]

/** The desk's places as the sidebar lists them. */
export function SideNavigation({ openOrders }: { openOrders: ReactNode }) {
  const isCurrent = useIsCurrent()
  return (
    <nav aria-label="Desk">
      <ul className="grid gap-0.5">
        {places.map(({ href, name, Icon }) => (
          <li key={href}>
            <Link
              href={href}
              aria-current={isCurrent(href) ? 'page' : undefined}
              className={clsx(
                'flex h-8 items-center gap-2.5 rounded-2 px-2 font-medium',
                isCurrent(href)
                  ? 'bg-raised text-ink shadow-1 ring-1 ring-line'
                  : 'text-ink-2 hover:bg-hover',
              )}
            >
              <Icon aria-hidden className="size-4" strokeWidth={1.6} />
              {name}
              {href === '/admin/orders' && (
                <span className="ml-auto text-12 text-ink-3 tabular-nums">{openOrders}</span>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** The same places on a phone, under the thumb. */
export function TabBar() {
  const isCurrent = useIsCurrent()
  return (
    <nav
      aria-label="Desk"
      className="fixed inset-x-0 bottom-0 z-20 border-line border-t bg-surface pb-[env(safe-area-inset-bottom)] md:hidden"
    >
      <ul className="grid h-16 grid-cols-5">
        {places.map(({ href, name, short, Icon }) => (
          <li key={href} className="grid">
            <Link
              href={href}
              aria-current={isCurrent(href) ? 'page' : undefined}
              className={clsx(
                'grid place-content-center justify-items-center gap-1 font-medium text-11 -outline-offset-4',
                isCurrent(href) ? 'text-accent-text' : 'text-ink-3',
              )}
            >
              <Icon aria-hidden className="size-5" strokeWidth={1.5} />
              {short ?? name}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function useIsCurrent() {
  const pathname = usePathname()
  return (href: string) => pathname === href || (href !== '/admin' && pathname.startsWith(`${href}/`))
}
