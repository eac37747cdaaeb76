import { cva, type VariantProps } from 'class-variance-authority'
import { Ban, CircleCheck, CircleX, Clock, CreditCard, type LucideIcon, Truck } from 'lucide-react'
import type { ComponentProps } from 'react'

export type OrderStatus =
  | 'PENDING'
  | 'CONFIRMED'
  | 'PAID'
  | 'SHIPPED'
  | 'REJECTED'
  | 'PAYMENT_FAILED'
  | 'CANCELLED'

type Look = { word: string; icon: LucideIcon; colours: string }

/** The fixed palette of the order's states; a state of something else borrows the nearest one. */
export const orderStatusLook: Record<OrderStatus, Look> = {
  PENDING: { word: 'Pending', icon: Clock, colours: 'bg-st-pending-soft text-st-pending' },
  CONFIRMED: { word: 'Confirmed', icon: CircleCheck, colours: 'bg-st-confirmed-soft text-st-confirmed' },
  PAID: { word: 'Paid', icon: CreditCard, colours: 'bg-st-paid-soft text-st-paid' },
  SHIPPED: { word: 'Shipped', icon: Truck, colours: 'bg-st-shipped-soft text-st-shipped' },
  REJECTED: { word: 'Rejected', icon: CircleX, colours: 'bg-st-failed-soft text-st-failed' },
  PAYMENT_FAILED: { word: 'Payment failed', icon: CreditCard, colours: 'bg-st-failed-soft text-st-failed' },
  CANCELLED: { word: 'Cancelled', icon: Ban, colours: 'bg-st-cancelled-soft text-st-cancelled' },
}

const badge = cva(
  'inline-flex w-fit items-center whitespace-nowrap rounded-1 align-middle font-medium [&>svg]:shrink-0',
  {
    variants: {
      size: {
        desk: 'h-5 gap-[5px] pr-[7px] pl-[5px] text-12 [&>svg]:size-3 [&>svg]:stroke-2',
        shop: 'h-7 gap-1.5 pr-2.5 pl-2 text-14 [&>svg]:size-3.5 [&>svg]:stroke-[1.8]',
      },
    },
    defaultVariants: { size: 'desk' },
  },
)

type BadgeProps = ComponentProps<'span'> & VariantProps<typeof badge> & { icon: LucideIcon }

/** Word and icon, always. Colours come as classes: `bg-st-paid-soft text-st-paid`. */
export function Badge({ icon: Icon, size, className, children, ...rest }: BadgeProps) {
  return (
    <span {...rest} className={badge({ size, className })}>
      <Icon aria-hidden />
      {children}
    </span>
  )
}

type StatusBadgeProps = Omit<BadgeProps, 'icon'> & { status: OrderStatus; icon?: LucideIcon }

/** The state of an order. The shop passes the customer's words as children; the raw word stays in data-status. */
export function StatusBadge({ status, icon, className, children, ...rest }: StatusBadgeProps) {
  const { word, icon: usual, colours } = orderStatusLook[status]
  return (
    <Badge {...rest} icon={icon ?? usual} data-status={status} className={[colours, className].join(' ')}>
      {children ?? word}
    </Badge>
  )
}
