import { Ban, House, type LucideIcon, Package, Truck } from 'lucide-react'
import { Badge } from '@/components/ui/status-badge'
import type { ShipmentStatus } from './desk-types'

type Look = { word: string; icon: LucideIcon; colours: string }

/** A shipment's states borrow the colours of the order's, with icons and words of their own. */
export const shipmentStatusLook: Record<ShipmentStatus, Look> = {
  CREATED: { word: 'Created', icon: Package, colours: 'bg-st-paid-soft text-st-paid' },
  DISPATCHED: { word: 'Dispatched', icon: Truck, colours: 'bg-st-confirmed-soft text-st-confirmed' },
  DELIVERED: { word: 'Delivered', icon: House, colours: 'bg-st-shipped-soft text-st-shipped' },
  VOIDED: { word: 'Voided', icon: Ban, colours: 'bg-st-cancelled-soft text-st-cancelled' },
}

export function ShipmentBadge({ status }: { status: ShipmentStatus }) {
  const { word, icon, colours } = shipmentStatusLook[status]
  return (
    <Badge icon={icon} data-status={status} className={colours}>
      {word}
    </Badge>
  )
}
