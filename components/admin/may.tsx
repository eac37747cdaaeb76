'use client'

import { createContext, type ReactNode, useContext } from 'react'
import type { Permission } from '@/server/access/permissions'

const Permissions = createContext<readonly Permission[]>([])

/** Tells the desk what whoever looks at it may do. The server asks again at every request. */
export function Permitted({ to, children }: { to: readonly Permission[]; children: ReactNode }) {
  return <Permissions value={to}>{children}</Permissions>
}

/** All that whoever looks may do. */
export const usePermissions = () => useContext(Permissions)

/** Whether whoever looks may do this: what they may not, they are not offered. */
export function useMay(permission: Permission): boolean {
  return usePermissions().includes(permission)
}

/** What is there only for those who may do it. */
export function May({ do: permission, children }: { do: Permission; children: ReactNode }) {
  return useMay(permission) && children
}
