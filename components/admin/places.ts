import {
  Activity,
  Box,
  ChartColumn,
  CreditCard,
  FileText,
  FlaskConical,
  Inbox,
  KeyRound,
  LayoutGrid,
  List,
  type LucideIcon,
  Radar,
  Rewind,
  ShieldCheck,
  Truck,
  Users,
  Waypoints,
  Webhook,
} from 'lucide-react'
import type { Route } from 'next'
import type { Permission, Role } from '@/server/access/permissions'
import { usePermissions } from './may'

export type Place = {
  href: Route
  name: string
  short?: string
  Icon: LucideIcon
  on: 'shop' | 'system' | 'access'
  /** Without it there is nothing to see there. */
  needs?: Permission
}

const faultLab = '/admin/fault-lab'

const places = [
  { href: '/admin', name: 'Overview', Icon: LayoutGrid, on: 'shop' },
  { href: '/admin/orders', name: 'Orders', Icon: List, on: 'shop' },
  { href: '/admin/inventory', name: 'Inventory', Icon: Box, on: 'shop' },
  { href: '/admin/payments', name: 'Payments', Icon: CreditCard, on: 'shop' },
  { href: '/admin/shipments', name: 'Shipments', Icon: Truck, on: 'shop' },
  { href: '/admin/analytics', name: 'Analytics', Icon: ChartColumn, on: 'shop', needs: 'analytics:read' },
  { href: '/admin/events', name: 'Event log', short: 'Events', Icon: Activity, on: 'system' },
  { href: '/admin/dead-letters', name: 'Dead letters', Icon: Inbox, on: 'system' },
  { href: '/admin/silence', name: 'Silence', Icon: Radar, on: 'system' },
  { href: '/admin/contract', name: 'Contract', Icon: Waypoints, on: 'system' },
  { href: '/admin/proof', name: 'Proof', Icon: ShieldCheck, on: 'system' },
  { href: '/admin/replay', name: 'Replay', Icon: Rewind, on: 'system', needs: 'analytics:read' },
  { href: faultLab, name: 'Fault lab', Icon: FlaskConical, on: 'system', needs: 'fault-lab:write' },
  { href: '/admin/staff', name: 'Staff', Icon: Users, on: 'access', needs: 'staff:manage' },
  { href: '/admin/keys', name: 'API keys', Icon: KeyRound, on: 'access', needs: 'keys:manage' },
  { href: '/admin/webhooks', name: 'Webhooks', Icon: Webhook, on: 'access', needs: 'webhooks:read' },
  { href: '/admin/audit', name: 'Audit trail', Icon: FileText, on: 'access', needs: 'audit:read' },
] satisfies Place[] as Place[]

/** What the desk's frame is told by the server. */
export type InDesk = { faultLab: boolean; visitor: { email: string; role: Role } }

/** Where whoever looks can go at the desk, as the sidebar, the tab bar and the command menu list it. */
export function usePlaces(desk: Pick<InDesk, 'faultLab'>): Place[] {
  const permissions = usePermissions()
  return places.filter(
    ({ href, needs }) => (desk.faultLab || href !== faultLab) && (!needs || permissions.includes(needs)),
  )
}

const inTabBar: string[] = ['/admin', '/admin/orders', '/admin/events', '/admin/dead-letters']

/** Under the thumb on a phone; the others are behind "More". */
export const tabs: Place[] = places.filter(({ href }) => inTabBar.includes(href))
export const useFurther = (desk: Pick<InDesk, 'faultLab'>) =>
  usePlaces(desk).filter(({ href }) => !inTabBar.includes(href))

export const isAt = (pathname: string, href: string) =>
  pathname === href || (href !== '/admin' && pathname.startsWith(`${href}/`))
