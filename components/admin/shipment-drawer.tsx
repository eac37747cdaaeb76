'use client'

import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { count } from '@/components/format'
import { every, useTRPC } from '@/components/trpc-provider'
import { Button, button } from '@/components/ui/button'
import { Drawer, DrawerBody, DrawerFoot, DrawerHead } from '@/components/ui/drawer'
import { Skeleton } from '@/components/ui/skeleton'
import { CopyId } from './copy-id'
import type { Shipment } from './desk-types'
import { DrawerFacts, DrawerFactsSpace, DrawerOrder, DrawerSection } from './drawer-parts'
import { EventLinks } from './event-links'
import { Failed, StaleLine } from './list-states'
import { Moment } from './moment'
import type { OpenRow } from './open-row'
import { PostalAddress } from './postal-address'
import { ShipmentBadge } from './shipment-badge'
import { Outcome } from './shipment-columns'
import { nextStep, type ShipmentMoves } from './shipment-moves'

type ShipmentDrawerProps = { row: OpenRow; moves: ShipmentMoves }

/** A shipment beside the list. */
export function ShipmentDrawer({ row, moves }: ShipmentDrawerProps) {
  return (
    <Drawer subject={row.open} close={() => row.show()}>
      {(shipmentId) => <OpenedShipment key={shipmentId} shipmentId={shipmentId} moves={moves} />}
    </Drawer>
  )
}

function OpenedShipment({ shipmentId, moves }: { shipmentId: string; moves: ShipmentMoves }) {
  const trpc = useTRPC()
  const asked = useQuery(trpc.shipments.byId.queryOptions({ shipmentId }, { refetchInterval: every(2000) }))
  const { data: shipment, error } = asked
  if (error && !shipment) {
    return (
      <>
        <DrawerHead title="Shipment" detail={<CopyId id={shipmentId} label="shipment id" />} />
        <DrawerBody>
          <Failed title="This shipment did not arrive" query={asked} />
        </DrawerBody>
      </>
    )
  }
  return (
    <>
      <DrawerHead
        title={
          shipment ? (
            <>
              <span className="sr-only">Shipment </span>
              <span className="font-medium font-mono">{shipment.trackingNumber}</span>
              <ShipmentBadge status={shipment.status} />
            </>
          ) : (
            <Skeleton className="h-4 w-40" />
          )
        }
        detail={<CopyId id={shipmentId} label="shipment id" />}
      />
      <DrawerBody>
        {error && <StaleLine />}
        {shipment ? <Facts shipment={shipment} /> : <DrawerFactsSpace lines={9} />}
        {shipment && <Contents shipment={shipment} />}
        <DrawerSection title="Events">
          <EventLinks aggregateId={shipmentId} />
        </DrawerSection>
      </DrawerBody>
      {shipment && <Foot shipment={shipment} moves={moves} />}
    </>
  )
}

function Facts({ shipment }: { shipment: Shipment }) {
  return (
    <DrawerFacts>
      <dt>Order</dt>
      <dd>
        <DrawerOrder orderId={shipment.orderId} />
      </dd>
      <dt>Carrier</dt>
      <dd>{shipment.carrier}</dd>
      <dt>Tracking number</dt>
      <dd>
        <CopyId id={shipment.trackingNumber} label="tracking number" whole />
      </dd>
      <dt>Created</dt>
      <dd>
        <Moment at={shipment.createdAt} precise />
      </dd>
      <dt>Dispatched</dt>
      <dd>{shipment.dispatchedAt ? <Moment at={shipment.dispatchedAt} precise /> : whenNot(shipment)}</dd>
      <dt>Delivered</dt>
      <dd>{shipment.deliveredAt ? <Moment at={shipment.deliveredAt} precise /> : whenNot(shipment)}</dd>
      <dt>Goes to</dt>
      <dd>
        <PostalAddress address={shipment.address} />
      </dd>
    </DrawerFacts>
  )
}

const whenNot = ({ status }: Shipment) => (
  <span className="text-ink-3">{status === 'VOIDED' ? 'never: its order was cancelled' : 'not yet'}</span>
)

function Contents({ shipment: { items } }: { shipment: Shipment }) {
  const pieces = items.reduce((sum, { quantity }) => sum + quantity, 0)
  return (
    <DrawerSection title="Contents" aside={count(pieces, 'piece')}>
      <ul className="px-5 pb-2 max-md:px-4">
        {items.map(({ sku, quantity }) => (
          <li key={sku} className="flex justify-between gap-4 py-1">
            <Link
              href={`/admin/inventory?product=${encodeURIComponent(sku)}`}
              prefetch={false}
              className="truncate font-mono text-12 text-link leading-5"
            >
              {sku}
            </Link>
            <span className="tabular-nums">{quantity} ×</span>
          </li>
        ))}
      </ul>
    </DrawerSection>
  )
}

function Foot({ shipment, moves }: { shipment: Shipment; moves: ShipmentMoves }) {
  const step = nextStep(shipment)
  return (
    <DrawerFoot>
      {step && moves.may && (
        <Button
          variant="primary"
          pending={Boolean(moves.progress)}
          className="max-md:h-11"
          onClick={() => moves.run(step, [shipment])}
        >
          {step === 'dispatch' ? 'Dispatch' : 'Mark as delivered'}
        </Button>
      )}
      <Link
        href={`/admin/orders/${shipment.orderId}`}
        prefetch={false}
        className={button({ variant: 'quiet', className: 'max-md:h-11' })}
      >
        Open the order
      </Link>
      <span role="status" className="ml-auto">
        <Outcome shipment={shipment} result={moves.results.get(shipment.shipmentId)} />
      </span>
    </DrawerFoot>
  )
}
