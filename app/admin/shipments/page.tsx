import type { Metadata } from 'next'
import { connection } from 'next/server'
import { Suspense } from 'react'
import { PageBody } from '@/components/admin/page-body'
import { ShipmentCount } from '@/components/admin/shipment-count'
import { ShipmentList, ShipmentListSkeleton } from '@/components/admin/shipment-list'
import { shipmentParams, shipmentsAsked } from '@/components/admin/shipment-questions'
import { TitleBar } from '@/components/admin/title-bar'
import { IgnoredParams } from '@/components/ui/ignored-params'
import type { SearchParams } from '@/components/url-params'
import { visitor } from '@/server/access/visitor'
import { getQueryClient, Hydrate, trpc } from '@/server/trpc/server'

type Props = { searchParams: Promise<SearchParams> }

export const metadata: Metadata = { title: 'Shipments' }

export default async function ShipmentsPage({ searchParams }: Props) {
  await visitor('shipments:read')
  return (
    <>
      <TitleBar title="Shipments" detail={<ShipmentCount />} />
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
  const { filters, ignored } = shipmentParams(await searchParams)
  await getQueryClient().prefetchQuery(trpc.shipments.list.queryOptions(shipmentsAsked(filters)))
  return (
    <Hydrate>
      <IgnoredParams names={ignored} />
      <ShipmentList filters={filters} />
    </Hydrate>
  )
}
