import { useQuery } from '@tanstack/react-query'
import { useTRPC } from '@/components/trpc-provider'
import { useMay } from '../may'

/** Who can have acted and whom it can have been about, as far as whoever looks may know. */
export function useKnown() {
  const trpc = useTRPC()
  const mayKnow = { staff: useMay('staff:manage'), keys: useMay('keys:manage') }
  const { data: staff = [] } = useQuery(trpc.staff.list.queryOptions(undefined, { enabled: mayKnow.staff }))
  const { data: keys = [] } = useQuery(trpc.keys.list.queryOptions(undefined, { enabled: mayKnow.keys }))
  return { staff, keys }
}

/** Names of targets: `staff/0193…` is somebody’s address, `key/0193…` what the key is called, as is `webhook/0193…`. */
export type Names = ReadonlyMap<string, string>

export function useNames(): Names {
  const trpc = useTRPC()
  const { staff, keys } = useKnown()
  const { data: endpoints = [] } = useQuery(
    trpc.webhooks.list.queryOptions(undefined, { enabled: useMay('webhooks:read') }),
  )
  return new Map([
    ...staff.map(({ id, email }) => [`staff/${id}`, email] as const),
    ...keys.map(({ keyId, name }) => [`key/${keyId}`, name] as const),
    ...endpoints.map(({ id, name }) => [`webhook/${id}`, name] as const),
  ])
}
