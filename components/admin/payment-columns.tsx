import { money, shortId } from '@/components/format'
import type { Column } from './data-table'
import type { Payment } from './desk-types'
import { Moment } from './moment'
import { type OpenRow, RowOpener } from './open-row'
import { PaymentBadge } from './payment-badge'
import { keptOf } from './payment-questions'

/** On a phone: order and amount, then status, why and when. */
export function paymentColumns(row?: OpenRow): Column<Payment>[] {
  const roomy = row?.open ? 'max-lg:hidden xl:hidden' : 'max-lg:hidden'
  return [
    {
      name: 'Order',
      card: 'o',
      cell: ({ paymentId, orderId }) =>
        row && (
          <RowOpener
            row={row}
            id={paymentId}
            label={`${shortId(orderId)}, payment of order ${orderId}`}
            className="font-mono text-12"
          >
            {shortId(orderId)}
          </RowOpener>
        ),
      bars: ['w-20'],
    },
    {
      name: 'Status',
      card: 's',
      cell: ({ status }) => <PaymentBadge status={status} />,
      bars: ['w-20', 'w-18'],
    },
    {
      name: 'Paid with',
      className: roomy,
      cell: ({ method }) => <span className="font-mono text-12 text-ink-2">{method}</span>,
      bars: ['w-28', 'w-36'],
    },
    {
      name: 'Note',
      card: 'n',
      className: row?.open ? 'md:w-full md:max-w-0' : 'md:w-full md:max-w-0 md:min-w-24',
      cell: ({ failureReason }) =>
        failureReason && (
          <span title={failureReason} className="block truncate text-ink-3">
            {failureReason}
          </span>
        ),
      bars: [],
    },
    {
      name: 'Amount',
      right: true,
      card: 'a',
      cell: ({ amount, currency }) => <span className="font-medium">{money(amount, currency)}</span>,
      bars: ['w-14'],
    },
    {
      name: 'Kept',
      right: true,
      className: 'max-lg:hidden',
      cell: (payment) => (
        <span className="text-ink-2">
          {keptOf(payment) ? money(keptOf(payment), payment.currency) : <span className="text-ink-3">–</span>}
        </span>
      ),
      bars: ['w-14'],
    },
    {
      name: 'Time',
      right: true,
      card: 't',
      cell: ({ createdAt }) => (
        <span className="text-ink-2">
          <Moment at={createdAt} />
        </span>
      ),
      bars: ['w-14'],
    },
  ]
}
