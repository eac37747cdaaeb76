import type { Permission, Role } from '@/server/access/permissions'

/** What each permission is about: one of the few words that the desk has for it. */
export const permissionWords: Record<Permission, string> = {
  'orders:read': 'See orders and what became of them',
  'orders:write': 'Cancel orders, write notes',
  'inventory:read': 'See products and stock',
  'inventory:write': 'Change products, prices and stock',
  'payments:read': 'See payments',
  'shipments:read': 'See shipments',
  'shipments:write': 'Dispatch and deliver shipments',
  'events:read': 'Read and export the event log',
  'dead-letters:write': 'Redrive and discard dead letters, poke silent orders',
  'proof:run': 'Run the proof',
  'metrics:read': 'Read the metrics',
  'analytics:read': 'See analytics, ask what would have been',
  'analytics:write': 'Rebuild read models',
  'fault-lab:write': 'Arm faults, where the lab is on',
  'audit:read': 'Read the audit trail',
  'staff:manage': 'Manage staff and their sessions',
  'keys:manage': 'Make and revoke API keys',
  'customers:erase': 'Erase a customer’s data',
  'webhooks:read': 'See webhooks and what was sent',
  'webhooks:write': 'Make and change webhooks, send again',
  'backups:make': 'Copy the whole database, secrets too',
}

export const permissionNames = Object.keys(permissionWords) as Permission[]

/** From little to all. */
export const roleNames = ['viewer', 'operator', 'admin'] as const satisfies Role[]
