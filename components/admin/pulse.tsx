'use client'

import { useQuery } from '@tanstack/react-query'
import { useTRPC } from '@/components/trpc-provider'
import { figure } from './figures'

/** How many orders are still on their way. */
export function OpenOrders({ className }: { className: string }) {
  const open = usePulse().data?.openOrders ?? 0
  return open > 0 && <span className={className}>{figure(open)} open</span>
}

type CountProps = { className: string }

/** How many deliveries are dead and wait for somebody to decide. */
export const DeadCount = (props: CountProps) => (
  <Alarming many={usePulse().data?.deliveries.dead} of="dead" {...props} />
)

/** How many orders should have gone on by now and did not. */
export const SilentCount = (props: CountProps) => (
  <Alarming many={usePulse().data?.silent} of="silent" {...props} />
)

function Alarming({ many = 0, of, className }: CountProps & { many?: number; of: string }) {
  if (many === 0) return null
  return (
    <span className={className}>
      {figure(many)}
      <span className="sr-only"> {of}</span>
    </span>
  )
}

const states = {
  live: { word: 'Live', dot: 'bg-st-shipped-solid' },
  lost: { word: 'Not connected', dot: 'bg-st-failed-solid' },
  asking: { word: 'Connecting', dot: 'bg-st-pending-solid' },
}

const engines = { embedded: 'Embedded engine', inngest: 'Inngest' }

/** Whether the desk hears the server, which engine runs, and how much is on its way. */
export function Pulse() {
  const { data, error } = usePulse()
  const { word, dot } = states[error ? 'lost' : data ? 'live' : 'asking']
  return (
    <p className="grid gap-1 px-2 pb-1 text-12 text-ink-3">
      <span className="flex items-center gap-2.5">
        <i aria-hidden className={`mx-1 size-2 rounded-full ${dot}`} />
        {word}
      </span>
      <span className="min-h-4 whitespace-nowrap pl-6.5 tabular-nums">
        {data && `${engines[data.engine]}, ${figure(data.deliveries.waiting)} pending`}
      </span>
    </p>
  )
}

function usePulse() {
  const trpc = useTRPC()
  return useQuery(trpc.pulse.queryOptions(undefined, { refetchInterval: 5_000 }))
}
