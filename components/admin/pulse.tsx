'use client'

import { useQuery } from '@tanstack/react-query'
import { count } from '@/components/format'
import { useTRPC } from '@/components/trpc-provider'
import { figure } from './figures'

/** How many orders are still on their way, beside their place in the sidebar. */
export function OpenOrders() {
  const { data } = useNumbers()
  if (!data) return null
  const { PENDING, CONFIRMED, PAID } = data.ordersByStatus
  const open = PENDING + CONFIRMED + PAID
  return open > 0 && `${figure(open)} open`
}

/** Whether the desk hears the server, and how much is on its way there. */
export function Pulse() {
  const { data, error } = useNumbers()
  const said = data && count(data.deliveries.waiting, 'delivery waiting', 'deliveries waiting')
  return <PulseLine state={error ? 'lost' : data ? 'live' : 'asking'}>{said}</PulseLine>
}

const words = { live: 'Live', lost: 'Not connected', asking: 'Connecting' }
const dots = { live: 'bg-st-shipped-solid', lost: 'bg-st-failed-solid', asking: 'bg-st-pending-solid' }

type PulseLineProps = { state: keyof typeof words; children?: string }

export function PulseLine({ state, children }: PulseLineProps) {
  return (
    <p className="grid gap-1 px-2 pb-1 text-12 text-ink-3">
      <span className="flex items-center gap-2.5">
        <i aria-hidden className={`mx-1 size-2 rounded-full ${dots[state]}`} />
        {words[state]}
      </span>
      <span className="min-h-4 pl-6.5 tabular-nums">{children}</span>
    </p>
  )
}

function useNumbers() {
  const trpc = useTRPC()
  return useQuery(trpc.overview.queryOptions(undefined, { refetchInterval: 5000 }))
}
