'use client'

import { useQuery } from '@tanstack/react-query'
import { useTRPC } from '@/components/trpc-provider'
import { figure } from './figures'

/** How much there is to do. */
export function ShipmentCount() {
  const trpc = useTRPC()
  const { data } = useQuery(trpc.shipments.toDispatch.queryOptions(undefined, { refetchInterval: 10_000 }))
  return data === undefined ? null : <>{figure(data)} to dispatch</>
}
