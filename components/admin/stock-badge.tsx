import { Check, CircleX, EyeOff, TriangleAlert } from 'lucide-react'
import { Badge } from '@/components/ui/status-badge'
import type { Product } from './desk-types'

/** From here on somebody should think of ordering more. */
const LOW = 5

type StockBadgeProps = { product: Pick<Product, 'status' | 'availableStock'> }

/** Whether a product can be sold; borrows the colours of the order's states. */
export function StockBadge({ product: { status, availableStock } }: StockBadgeProps) {
  if (status === 'INACTIVE') {
    return (
      <Badge icon={EyeOff} className="bg-st-pending-soft text-st-pending">
        Not for sale
      </Badge>
    )
  }
  if (availableStock === 0) {
    return (
      <Badge icon={CircleX} className="bg-st-failed-soft text-st-failed">
        Sold out
      </Badge>
    )
  }
  if (availableStock <= LOW) {
    return (
      <Badge icon={TriangleAlert} className="bg-st-cancelled-soft text-st-cancelled">
        Low
      </Badge>
    )
  }
  return (
    <Badge icon={Check} className="bg-st-shipped-soft text-st-shipped">
      In stock
    </Badge>
  )
}
