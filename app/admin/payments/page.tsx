import type { Metadata } from 'next'
import { connection } from 'next/server'
import { Suspense } from 'react'
import { PageBody } from '@/components/admin/page-body'
import { PaymentList, PaymentListSkeleton } from '@/components/admin/payment-list'
import { paymentParams, paymentsAsked } from '@/components/admin/payment-questions'
import { TitleBar } from '@/components/admin/title-bar'
import { IgnoredParams } from '@/components/ui/ignored-params'
import type { SearchParams } from '@/components/url-params'
import { visitor } from '@/server/access/visitor'
import { getQueryClient, Hydrate, trpc } from '@/server/trpc/server'

type Props = { searchParams: Promise<SearchParams> }

export const metadata: Metadata = { title: 'Payments' }

export default async function PaymentsPage({ searchParams }: Props) {
  await visitor('payments:read')
  return (
    <>
      <TitleBar title="Payments" />
      <PageBody>
        <Suspense fallback={<PaymentListSkeleton />}>
          <Payments searchParams={searchParams} />
        </Suspense>
      </PageBody>
    </>
  )
}

async function Payments({ searchParams }: Props) {
  await connection()
  const { filters, ignored } = paymentParams(await searchParams)
  await getQueryClient().prefetchQuery(trpc.payments.list.queryOptions(paymentsAsked(filters)))
  return (
    <Hydrate>
      <IgnoredParams names={ignored} />
      <PaymentList filters={filters} />
    </Hydrate>
  )
}
