'use client'

import { useQuery } from '@tanstack/react-query'
import { Store } from 'lucide-react'
import Link from 'next/link'
import { count } from '@/components/format'
import { useTRPC } from '@/components/trpc-provider'
import { Logo } from '@/components/ui/logo'
import { figure } from './figures'
import { SideNavigation } from './navigation'

export function Sidebar() {
  const trpc = useTRPC()
  const { data, error } = useQuery(trpc.overview.queryOptions(undefined, { refetchInterval: 5000 }))
  const open = data && data.ordersByStatus.PENDING + data.ordersByStatus.CONFIRMED + data.ordersByStatus.PAID
  return (
    <aside
      aria-label="Sidebar"
      className="sticky top-0 flex h-dvh flex-col gap-0.5 border-line border-r bg-sunken px-2 py-3 max-md:hidden"
    >
      <Link href="/admin" className="mb-2 w-fit rounded-2 p-2">
        <Logo className="h-5" />
      </Link>
      <SideNavigation notes={{ Orders: open ? `${figure(open)} open` : undefined }} />
      <div className="mt-auto grid gap-2 border-line border-t pt-2">
        <Link
          href="/"
          className="flex h-8 items-center gap-2.5 rounded-2 px-2 font-medium text-ink-2 hover:bg-hover"
        >
          <Store aria-hidden className="size-4" strokeWidth={1.6} />
          The shop
        </Link>
        <Pulse
          state={error ? 'lost' : data ? 'live' : 'asking'}
          said={data && count(data.deliveries.waiting, 'delivery waiting', 'deliveries waiting')}
        />
      </div>
    </aside>
  )
}

const words = { live: 'Live', lost: 'Not connected', asking: 'Connecting' }
const dots = { live: 'bg-st-shipped-solid', lost: 'bg-st-failed-solid', asking: 'bg-st-pending-solid' }

type PulseProps = { state: keyof typeof words; said?: string }

/** Whether the desk hears the server, and how much is on its way there. */
function Pulse({ state, said }: PulseProps) {
  return (
    <p className="grid gap-1 px-2 pb-1 text-12 text-ink-3">
      <span className="flex items-center gap-2.5">
        <i aria-hidden className={`mx-1 size-2 rounded-full ${dots[state]}`} />
        {words[state]}
      </span>
      <span className="min-h-4 pl-6.5 tabular-nums">{said}</span>
    </p>
  )
}
