'use client'

import { useQuery } from '@tanstack/react-query'
import { ArrowRight } from 'lucide-react'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { useTRPC } from '@/components/trpc-provider'
import { button } from '@/components/ui/button'
import { Failed, StaleLine } from '../list-states'
import { Panel } from '../panel'
import { LatestOrders, LatestRows } from './latest-orders'
import { NeedsAHand } from './needs-a-hand'
import type { Overview as OverviewNumbers, Stretch } from './questions'
import { Running } from './running'
import { StatusBars } from './status-bars'
import { Tiles } from './tiles'
import { Trends } from './trends'

/** The state of the shop in numbers, asked again every two seconds. */
export function Overview({ stretch }: { stretch: Stretch }) {
  const trpc = useTRPC()
  const numbers = useQuery(trpc.overview.queryOptions(undefined, { refetchInterval: 2000 }))
  const { data, error } = numbers
  if (error && !data) {
    return (
      <Panel>
        <Failed title="The numbers did not arrive" query={numbers} />
      </Panel>
    )
  }
  return (
    <>
      {error && <StaleLine>The numbers stopped moving. Trying again.</StaleLine>}
      <Arrangement overview={data} stretch={stretch} latest={<LatestOrders />} />
    </>
  )
}

/** The page in its final shape, before anything is known. */
export const OverviewSkeleton = ({ stretch }: { stretch: Stretch }) => (
  <Arrangement stretch={stretch} latest={<LatestRows />} />
)

type ArrangementProps = { overview?: OverviewNumbers; stretch: Stretch; latest: ReactNode }

function Arrangement({ overview, stretch, latest }: ArrangementProps) {
  return (
    <>
      <Tiles overview={overview} />
      <div className="mt-4 grid items-start gap-4 max-md:mt-3 max-md:gap-3 xl:grid-cols-12">
        <Trends overview={overview} stretch={stretch} />
        <Panel title="Latest orders" aside={<AllOrders />} className="xl:col-span-7">
          {latest}
        </Panel>
        <div className="grid gap-4 max-md:gap-3 xl:col-span-5">
          <NeedsAHand overview={overview} />
          <StatusBars ordersByStatus={overview?.ordersByStatus} />
          <Running overview={overview} />
        </div>
      </div>
    </>
  )
}

function AllOrders() {
  return (
    <Link href="/admin/orders" className={button({ variant: 'quiet', className: '-mr-2' })}>
      All orders <ArrowRight aria-hidden className="size-3.5" strokeWidth={1.8} />
    </Link>
  )
}
