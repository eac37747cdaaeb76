import type { Metadata } from 'next'
import { connection } from 'next/server'
import { Suspense } from 'react'
import { PageBody } from '@/components/admin/page-body'
import { shipmentFilters, shipmentsAsked } from '@/components/admin/questions'
import { ShipmentList, ShipmentListSkeleton } from '@/components/admin/shipment-list'
import { TitleBar } from '@/components/admin/title-bar'
import type { SearchParams } from '@/components/admin/url'
import { getQueryClient, Hydrate, trpc } from '@/server/trpc/server'

type Props = { searchParams: Promise<SearchParams> }

export const metadata: Metadata = { title: 'Shipments' }

export default function ShipmentsPage({ searchParams }: Props) {
  return (
    <>
      <TitleBar title="Shipments" />
      <PageBody>
        <Suspense fallback={<ShipmentListSkeleton />}>
          <Shipments searchParams={searchParams} />
        </Suspense>
      </PageBody>
    </>
  )
}

async function Shipments({ searchParams }: Props) {
  await connection()
  const filters = shipmentFilters(await searchParams)
  await getQueryClient().prefetchQuery(trpc.shipments.list.queryOptions(shipmentsAsked(filters)))
  return (
    <Hydrate>
      <ShipmentList filters={filters} />
    </Hydrate>
  )
}
