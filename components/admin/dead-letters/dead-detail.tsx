'use client'

import { useQuery } from '@tanstack/react-query'
import { useTRPC } from '@/components/trpc-provider'
import { figure } from '../figures'

/** Beside the title: how many there are, and what they keep from going on. */
export function DeadDetail() {
  const trpc = useTRPC()
  const { data } = useQuery(trpc.deadLetters.groups.queryOptions())
  if (!data) return null
  const dead = data.reduce((sum, { count }) => sum + count, 0)
  const parked = data.reduce((sum, { parked }) => sum + parked, 0)
  return (
    <span className="max-md:hidden">
      {dead > 0 && `${figure(dead)} dead${parked > 0 ? `, ${figure(parked)} parked behind them` : ''}`}
    </span>
  )
}
