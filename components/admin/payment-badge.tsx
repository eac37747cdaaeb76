import { Ban, Check, CircleDashed, CreditCard, type LucideIcon, Undo2 } from 'lucide-react'
import { Badge } from '@/components/ui/status-badge'
import type { PaymentStatus } from './desk-types'

type Look = { word: string; icon: LucideIcon; colours: string }

/** A payment's states borrow the colours of the order's, with icons and words of their own. */
export const paymentStatusLook: Record<PaymentStatus, Look> = {
  PENDING: { word: 'Charging', icon: CircleDashed, colours: 'bg-st-confirmed-soft text-st-confirmed' },
  CAPTURED: { word: 'Captured', icon: Check, colours: 'bg-st-shipped-soft text-st-shipped' },
  FAILED: { word: 'Declined', icon: CreditCard, colours: 'bg-st-failed-soft text-st-failed' },
  VOIDED: { word: 'Voided', icon: Ban, colours: 'bg-st-pending-soft text-st-pending' },
  REFUNDED: { word: 'Refunded', icon: Undo2, colours: 'bg-st-cancelled-soft text-st-cancelled' },
}

export function PaymentBadge({ status }: { status: PaymentStatus }) {
  const { word, icon, colours } = paymentStatusLook[status]
  return (
    <Badge icon={icon} data-status={status} className={colours}>
      {word}
    </Badge>
  )
}
