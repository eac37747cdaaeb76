import { money, shortId } from '@/components/format'
import { StatusBadge } from '@/components/ui/status-badge'
import { type Column, rowLink } from './data-table'
import type { Order } from './desk-types'
import { Moment } from './moment'
import { OrderLink } from './order-link'

/** What a row says about an order; on a phone: what and total, then status, id and time, then why. */
export const orderColumns: Column<Order>[] = [
  {
    name: 'Order',
    card: 'i',
    cell: ({ orderId }) => <OrderLink orderId={orderId} className={`max-md:text-ink-3 ${rowLink}`} />,
    bars: ['w-20'],
  },
  {
    name: 'Status',
    card: 's',
    cell: ({ status }) => <StatusBadge status={status} />,
    bars: ['w-18', 'w-23', 'w-16', 'w-28'],
  },
  {
    name: 'Customer',
    className: 'max-lg:hidden',
    cell: ({ customerId }) => (
      <span title={customerId} className="block max-w-40 truncate text-ink-2">
        {customerId.length > 24 ? shortId(customerId) : customerId}
      </span>
    ),
    bars: ['w-24', 'w-20'],
  },
  {
    name: 'What',
    card: 'w',
    className: 'md:w-full md:min-w-24 md:max-w-0',
    cell: ({ items }) => (
      <span className="block truncate max-md:font-medium">{items.map(({ name }) => name).join(', ')}</span>
    ),
    bars: ['w-36', 'w-24', 'w-44', 'w-30'],
  },
  {
    name: 'Pieces',
    right: true,
    className: 'max-lg:hidden',
    cell: ({ items }) => (
      <span className="text-ink-2">{items.reduce((sum, { quantity }) => sum + quantity, 0)}</span>
    ),
    bars: ['w-5'],
  },
  {
    name: 'Total',
    right: true,
    card: 'p',
    cell: ({ totalAmount, currency }) => <span className="font-medium">{money(totalAmount, currency)}</span>,
    bars: ['w-13'],
  },
  {
    name: 'Why',
    card: 'n',
    className: 'max-lg:md:hidden',
    cell: (order) =>
      whyItEnded(order) && (
        <span
          title={whyItEnded(order)}
          className="block text-ink-3 max-md:whitespace-normal md:max-w-64 md:truncate"
        >
          {whyItEnded(order)}
        </span>
      ),
    bars: [],
  },
  {
    name: 'Placed',
    right: true,
    card: 't',
    cell: ({ placedAt }) => (
      <span className="text-ink-2">
        <Moment at={placedAt} />
      </span>
    ),
    bars: ['w-15'],
  },
]

/** The reason of an order that did not get through, as it was recorded. */
export const whyItEnded = (order: Order) =>
  order.rejectionReason ?? order.failureReason ?? order.cancellationReason
