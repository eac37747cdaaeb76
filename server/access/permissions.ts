/** What can be asked for here: the one vocabulary of what roles may do and what API keys are for. */
export const permissions = [
  'orders:read',
  'orders:write',
  'inventory:read',
  'inventory:write',
  'payments:read',
  'shipments:read',
  'shipments:write',
  'events:read',
  'dead-letters:write',
  'proof:run',
  'metrics:read',
  'analytics:read',
  'analytics:write',
  'fault-lab:write',
  'audit:read',
  'staff:manage',
  'keys:manage',
  'customers:erase',
  'webhooks:read',
  'webhooks:write',
  'backups:make',
] as const
export type Permission = (typeof permissions)[number]

/**
 * Who may pass a door: whoever has the permission. The shop is for `anyone`; what the `staff` do about themselves needs
 * no more than that they are; what `inngest` calls is signed, and Inngest's own handler checks that.
 */
export type Rule = Permission | 'anyone' | 'staff' | 'inngest'

export const roles = ['viewer', 'operator', 'admin'] as const
export type Role = (typeof roles)[number]

const viewer: Permission[] = [
  'orders:read',
  'inventory:read',
  'payments:read',
  'shipments:read',
  'events:read',
  'proof:run',
  'metrics:read',
  'analytics:read',
]

const operator: Permission[] = [
  ...viewer,
  'orders:write',
  'inventory:write',
  'shipments:write',
  'dead-letters:write',
  'analytics:write',
  'fault-lab:write',
  'webhooks:read',
]

/** A role may what the smaller one may, and more. */
export const permissionsOf: Record<Role, readonly Permission[]> = { viewer, operator, admin: permissions }
