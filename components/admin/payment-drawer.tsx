'use client'

import { useQuery } from '@tanstack/react-query'
import { RotateCw } from 'lucide-react'
import Link from 'next/link'
import { money } from '@/components/format'
import { every, useTRPC } from '@/components/trpc-provider'
import { Button, button } from '@/components/ui/button'
import { Drawer, DrawerBody, DrawerFoot, DrawerHead } from '@/components/ui/drawer'
import { Skeleton } from '@/components/ui/skeleton'
import { CopyId } from './copy-id'
import type { OpenPayment } from './desk-types'
import { DrawerFigures } from './drawer-figures'
import { DrawerFacts, DrawerFactsSpace, DrawerOrder } from './drawer-parts'
import { Failed, StaleLine } from './list-states'
import { Moment } from './moment'
import type { OpenRow } from './open-row'
import { PaymentBadge } from './payment-badge'
import { PaymentHistory } from './payment-history'

/** A payment beside the list: our books and the provider's. */
export function PaymentDrawer({ row }: { row: OpenRow }) {
  return (
    <Drawer subject={row.open} close={() => row.show()}>
      {(paymentId) => <OpenedPayment key={paymentId} paymentId={paymentId} />}
    </Drawer>
  )
}

function OpenedPayment({ paymentId }: { paymentId: string }) {
  const trpc = useTRPC()
  const asked = useQuery(trpc.payments.byId.queryOptions({ paymentId }, { refetchInterval: every(2000) }))
  const { data: payment, error } = asked
  if (error && !payment) {
    return (
      <>
        <DrawerHead title="Payment" detail={<CopyId id={paymentId} label="payment id" />} />
        <DrawerBody>
          <Failed title="This payment did not arrive" query={asked} />
        </DrawerBody>
      </>
    )
  }
  const sum = (amount?: number) =>
    amount !== undefined && payment ? money(amount, payment.currency) : undefined
  return (
    <>
      <DrawerHead
        title={
          payment ? (
            <>
              <span className="sr-only">Payment of </span>
              <span className="tabular-nums">{sum(payment.amount)}</span>
              <PaymentBadge status={payment.status} />
            </>
          ) : (
            <Skeleton className="h-4 w-40" />
          )
        }
        detail={<CopyId id={paymentId} label="payment id" />}
      />
      <DrawerBody>
        {error && <StaleLine />}
        <DrawerFigures
          figures={[
            { name: 'Captured', value: sum(payment?.captured) },
            { name: 'Refunded', value: sum(payment?.refunded) },
            { name: 'Kept', value: sum(payment?.kept) },
          ]}
        />
        {payment ? <Facts payment={payment} /> : <DrawerFactsSpace lines={4} />}
        {payment && <PaymentHistory payment={payment} />}
      </DrawerBody>
      {payment && (
        <DrawerFoot>
          <Button onClick={() => asked.refetch()} pending={asked.isRefetching} className="max-md:h-11">
            <RotateCw aria-hidden className="size-3.5" strokeWidth={1.8} />
            Ask the provider
          </Button>
          <Link
            href={`/admin/orders/${payment.orderId}`}
            prefetch={false}
            className={button({ variant: 'quiet', className: 'max-md:h-11' })}
          >
            Open the order
          </Link>
          <span className="ml-auto text-12 text-ink-3">
            asked <Moment at={new Date(asked.dataUpdatedAt)} />
          </span>
        </DrawerFoot>
      )}
    </>
  )
}

function Facts({ payment }: { payment: OpenPayment }) {
  return (
    <DrawerFacts>
      <dt>Order</dt>
      <dd>
        <DrawerOrder orderId={payment.orderId} />
      </dd>
      <dt>Paid with</dt>
      <dd className="font-mono text-12 leading-5">{payment.method}</dd>
      <dt>Key</dt>
      <dd>
        <CopyId id={payment.paymentId} label="key" whole />
      </dd>
      <dt>Reference</dt>
      <dd>
        {payment.providerReference ? (
          <CopyId id={payment.providerReference} label="reference" whole />
        ) : (
          <span className="text-ink-3">none</span>
        )}
      </dd>
      {payment.failureReason && (
        <>
          <dt>Why not</dt>
          <dd>{payment.failureReason}</dd>
        </>
      )}
    </DrawerFacts>
  )
}
