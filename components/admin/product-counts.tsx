'use client'

import { useQuery } from '@tanstack/react-query'
import { count } from '@/components/format'
import { useTRPC } from '@/components/trpc-provider'
import { figure } from './figures'

/** How many there are, and what asks for a look. */
export function ProductCounts() {
  const trpc = useTRPC()
  const { data } = useQuery(trpc.inventory.counts.queryOptions(undefined, { refetchInterval: 10_000 }))
  if (!data) return null
  return (
    <>
      {count(data.all, 'SKU')}
      <span className="max-md:hidden">
        {data.low > 0 && `, ${figure(data.low)} low`}
        {data.soldOut > 0 && `, ${figure(data.soldOut)} sold out`}
      </span>
    </>
  )
}
