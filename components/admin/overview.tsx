'use client'

import { useQuery } from '@tanstack/react-query'
import { ArrowRight } from 'lucide-react'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { type Outputs, useTRPC } from '@/components/trpc-provider'
import { button } from '@/components/ui/button'
import { LatestOrders, LatestRows } from './latest-orders'
import { Failed, StaleLine } from './list-states'
import { Panel } from './panel'
import { Running } from './running'
import { StatusBars } from './status-bars'
import { Tiles } from './tiles'

/** The state of the shop in numbers, asked again every two seconds. */
export function Overview() {
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
      <Arrangement overview={data} latest={<LatestOrders />} />
    </>
  )
}

/** The page in its final shape, before anything is known. */
export const OverviewSkeleton = () => <Arrangement latest={<LatestRows />} />

function Arrangement({ overview, latest }: { overview?: Outputs['overview']; latest: ReactNode }) {
  return (
    <>
      <Tiles overview={overview} />
      <div className="mt-4 grid items-start gap-4 max-md:mt-3 max-md:gap-3 xl:grid-cols-12">
        <Panel title="Latest orders" aside={<AllOrders />} className="xl:col-span-7">
          {latest}
        </Panel>
        <div className="grid gap-4 max-md:gap-3 xl:col-span-5">
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
