import {
  Activity,
  Box,
  CreditCard,
  FlaskConical,
  Inbox,
  LayoutGrid,
  List,
  type LucideIcon,
  ShieldCheck,
  Truck,
} from 'lucide-react'
import type { Route } from 'next'
import type { Role } from '@/server/access/permissions'

export type Place = { href: Route; name: string; short?: string; Icon: LucideIcon; on: 'shop' | 'system' }

const faultLab = '/admin/fault-lab'

const places = [
  { href: '/admin', name: 'Overview', Icon: LayoutGrid, on: 'shop' },
  { href: '/admin/orders', name: 'Orders', Icon: List, on: 'shop' },
  { href: '/admin/inventory', name: 'Inventory', Icon: Box, on: 'shop' },
  { href: '/admin/payments', name: 'Payments', Icon: CreditCard, on: 'shop' },
  { href: '/admin/shipments', name: 'Shipments', Icon: Truck, on: 'shop' },
  { href: '/admin/events', name: 'Event log', short: 'Events', Icon: Activity, on: 'system' },
  { href: '/admin/dead-letters', name: 'Dead letters', Icon: Inbox, on: 'system' },
  { href: '/admin/proof', name: 'Proof', Icon: ShieldCheck, on: 'system' },
  { href: faultLab, name: 'Fault lab', Icon: FlaskConical, on: 'system' },
] as const satisfies Place[]

/** What the desk's frame is told by the server. */
export type InDesk = { faultLab: boolean; visitor: { email: string; role: Role } }

/** Where one can go at the desk, as the sidebar, the tab bar and the command menu list it. */
export const placesIn = (desk: Pick<InDesk, 'faultLab'>): Place[] =>
  places.filter(({ href }) => desk.faultLab || href !== faultLab)

const inTabBar: string[] = ['/admin', '/admin/orders', '/admin/events', '/admin/dead-letters']

/** Under the thumb on a phone; the others are behind "More". */
export const tabs: Place[] = places.filter(({ href }) => inTabBar.includes(href))
export const furtherIn = (desk: Pick<InDesk, 'faultLab'>) =>
  placesIn(desk).filter(({ href }) => !inTabBar.includes(href))

export const isAt = (pathname: string, href: string) =>
  pathname === href || (href !== '/admin' && pathname.startsWith(`${href}/`))
