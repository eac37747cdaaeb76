import type { Route } from 'next'
import { shortId } from '@/components/format'
import type { AuditEntry, Facts } from '../desk-types'
import type { Names } from './use-known'

/** What was done, as a sentence says it of whoever did. */
export const actionWords: Record<string, string> = {
  'orders.cancel': 'cancelled',
  'orders.note': 'wrote a note',
  'customers.erase': 'erased the customer’s data',
  'products.create': 'made a product',
  'products.update': 'changed a product',
  'products.adjust': 'adjusted stock',
  'shipments.dispatch': 'dispatched',
  'shipments.deliver': 'delivered',
  'dead-letters.redrive': 'redrove a dead letter',
  'dead-letters.discard': 'discarded a dead letter',
  'silence.poke': 'poked what was due',
  'analytics.rebuild': 'began a rebuild',
  'analytics.pause': 'paused a rebuild',
  'analytics.resume': 'resumed a rebuild',
  'analytics.cancel': 'gave a rebuild up',
  'analytics.swap': 'swapped a rebuild in',
  'fault-lab.arm': 'armed a fault',
  'fault-lab.disarm': 'disarmed a fault',
  'staff.create': 'made an account',
  'staff.change-role': 'changed a role',
  'staff.reset-password': 'made a new password',
  'staff.disable': 'disabled an account',
  'staff.enable': 'enabled an account',
  'sessions.end': 'ended sessions',
  'keys.create': 'made a key',
  'keys.revoke': 'revoked a key',
  'webhooks.create': 'made an endpoint',
  'webhooks.edit': 'changed an endpoint',
  'webhooks.remove': 'removed an endpoint',
  'webhooks.pause': 'paused an endpoint',
  'webhooks.resume': 'resumed an endpoint',
  'webhooks.rotate': 'rotated a secret',
  'webhooks.end-old-secret': 'ended an old secret',
  'webhooks.resend': 'sent events again',
  'webhooks.test': 'tested an endpoint',
  'account.change-password': 'changed the own password',
  'account.second-factor-on': 'set up the second factor',
  'account.second-factor-off': 'turned off the second factor',
  'sign-in': 'signed in',
  refused: 'was refused',
  'sign-in.refused': 'failed to sign in',
}

export const saidOf = ({ action }: Pick<AuditEntry, 'action'>) => actionWords[action] ?? action

export const isRefusal = ({ action }: Pick<AuditEntry, 'action'>) => /(^|\.)refused$/.test(action)

/** Who did it, by name; of who was not let in that is only what they said. */
export function nameOf({ who }: Pick<AuditEntry, 'who'>): string {
  if (who.kind === 'nobody') return who.name ?? 'someone'
  return who.name ?? who.kind
}

/** Where the thing is that it was done to. Doors that somebody was refused at are no places. */
const places: Record<string, (id: string) => Route> = {
  order: (id) => `/admin/orders/${id}` as Route,
  product: (sku) => `/admin/inventory?product=${encodeURIComponent(sku)}` as Route,
  shipment: (id) => `/admin/shipments?shipment=${id}` as Route,
  delivery: (id) => `/admin/events?event=${id}` as Route,
  staff: (id) => `/admin/staff?account=${id}` as Route,
  key: () => '/admin/keys',
  'read-model': () => '/admin/replay' as Route,
  webhook: (id) => `/admin/webhooks?endpoint=${id}` as Route,
  'fault-rule': () => '/admin/fault-lab',
}

type Target = { said: string; href?: Route }

/** `order/0193…` as people read it, by its name if it has one, and the way there. */
export function targetOf(target: string, names?: Names): Target {
  const [kind = '', id = '', module] = target.split('/')
  const place = places[kind]
  if (!place) return { said: target }
  const name = names?.get(target) ?? (kind === 'product' ? id : shortId(id))
  return { said: [kind, module && `${module} of`, name].filter(Boolean).join(' '), href: place(id) }
}

/** The change in one line: "status CREATED → DISPATCHED", or what was missing. */
export function changeOf({ before = {}, after = {} }: Pick<AuditEntry, 'before' | 'after'>): string {
  if ('needs' in after) return `needs ${written(after.needs)}`
  return Object.entries(after)
    .filter(([name, now]) => written(before[name]) !== written(now))
    .map(([name, now]) =>
      name in before ? `${name} ${written(before[name])} → ${written(now)}` : `${name} ${written(now)}`,
    )
    .join(', ')
}

/** A list of facts with every value as it is written. */
export const asWritten = (facts: Facts = {}) =>
  Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, written(value)]))

function written(value: unknown): string {
  if (Array.isArray(value)) return value.map(written).join(', ')
  return typeof value === 'string' ? value || '””' : JSON.stringify(value)
}
