import { Check, CircleX, EyeOff, type LucideIcon, TriangleAlert } from 'lucide-react'
import { Badge } from '@/components/ui/status-badge'
import type { Product } from './desk-types'

type Look = { word: string; icon: LucideIcon; colours: string }

/** How a stock stands, in the colours of the order's states. Where low begins is the inventory's rule. */
export const stockLook: Record<Product['level'], Look> = {
  IN_STOCK: { word: 'In stock', icon: Check, colours: 'bg-st-shipped-soft text-st-shipped' },
  LOW: { word: 'Low', icon: TriangleAlert, colours: 'bg-st-cancelled-soft text-st-cancelled' },
  SOLD_OUT: { word: 'Sold out', icon: CircleX, colours: 'bg-st-failed-soft text-st-failed' },
}

const notForSale: Look = {
  word: 'Not for sale',
  icon: EyeOff,
  colours: 'bg-st-pending-soft text-st-pending',
}

export function StockBadge({ product: { status, level } }: { product: Pick<Product, 'status' | 'level'> }) {
  const { word, icon, colours } = status === 'INACTIVE' ? notForSale : stockLook[level]
  return (
    <Badge icon={icon} className={colours}>
      {word}
    </Badge>
  )
}
