'use client'

import clsx from 'clsx'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'
import { type InDesk, isAt, type Place, usePlaces } from './places'
import { DeadCount, OpenOrders, SilentCount } from './pulse'

/**
 * The desk's places as the sidebar lists them. None is fetched ahead: each is made when it is asked for, and two
 * requests a place would bring nothing that can be shown.
 */
export function SideNavigation(desk: Pick<InDesk, 'faultLab'>) {
  const places = usePlaces(desk)
  return (
    <nav aria-label="Desk">
      <Places of={places.filter(({ on }) => on === 'shop')} />
      <Places title="System" of={places.filter(({ on }) => on === 'system')} />
      <Places title="Access" of={places.filter(({ on }) => on === 'access')} />
    </nav>
  )
}

function Places({ title, of }: { title?: string; of: Place[] }) {
  const pathname = usePathname()
  if (of.length === 0) return null
  return (
    <>
      {title && <h2 className="px-2 pt-4 pb-1.5 font-medium text-12 text-ink-3">{title}</h2>}
      <ul className="grid gap-0.5">
        {of.map(({ href, name, Icon }) => (
          <li key={href}>
            <Link
              href={href}
              prefetch={false}
              aria-current={isAt(pathname, href) ? 'page' : undefined}
              className={clsx(
                'flex h-8 items-center gap-2.5 rounded-2 px-2 font-medium',
                isAt(pathname, href)
                  ? 'bg-raised text-ink shadow-1 ring-1 ring-line'
                  : 'text-ink-2 hover:bg-hover',
              )}
            >
              <Icon aria-hidden className="size-4" strokeWidth={1.6} />
              {name}
              {counts[href]}
            </Link>
          </li>
        ))}
      </ul>
    </>
  )
}

const alarming = 'ml-auto rounded-1 bg-st-failed-soft px-1.5 text-12 text-st-failed tabular-nums'

const counts: Record<string, ReactNode> = {
  '/admin/orders': <OpenOrders className="ml-auto text-12 text-ink-3 tabular-nums" />,
  '/admin/dead-letters': <DeadCount className={alarming} />,
  '/admin/silence': <SilentCount className={alarming} />,
}
