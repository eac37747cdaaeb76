import type { ReactNode } from 'react'
import { money } from '@/components/format'
import type { Outputs } from '@/components/trpc-provider'
import { cardName } from '../payment-methods'
import { SummaryLine } from '../summary-line'
import { SummaryCard, Totals } from '../two-columns'
import type { Order, Story } from './story'

type Props = { story: Story; products: Outputs['catalogue']['list'] }

/** What was ordered, what it costs, where it goes, and what was taken for it. */
export function OrderCard({ story, products }: Props) {
  const { order } = story
  return (
    <SummaryCard label="Your order">
      <ul className="divide-y divide-line-soft">
        {order.items.map(({ sku, name, quantity, unitPrice }) => (
          <SummaryLine
            key={sku}
            picture={products.find((product) => product.sku === sku)?.picture}
            currency={order.currency}
            {...{ name, quantity, unitPrice }}
          />
        ))}
      </ul>
      <div className="border-line-soft border-t">
        <Totals rows={[['Delivery', 'Included']]} total={money(order.totalAmount, order.currency)} />
      </div>
      {order.shippingAddress && order.paymentMethod && (
        <dl className="mt-6 divide-y divide-line border-line border-t text-15">
          <PaymentFacts story={story} paying={cardName(order.paymentMethod)} />
          <Fact term={isGoing(order) ? 'Goes to' : 'Would go to'}>
            <Address address={order.shippingAddress} />
          </Fact>
        </dl>
      )}
    </SummaryCard>
  )
}

function PaymentFacts({ story, paying }: { story: Story; paying: string }) {
  const { order, captured, refunded, moving, holdUp } = story
  const nothing = money(0, order.currency)
  const total = money(order.totalAmount, order.currency)
  if (order.status === 'CANCELLED' && captured) {
    return (
      <>
        <Fact term="Charged">{total}</Fact>
        <Fact term="Returned">{refunded ? total : `${nothing}, under way`}</Fact>
      </>
    )
  }
  if (order.status === 'CANCELLED' && moving) return <Fact term="Charged">{nothing} so far</Fact>
  if (!isGoing(order)) return <Fact term="Charged">{nothing}</Fact>
  if (holdUp) {
    return (
      <>
        <Fact term="Charged">{captured ? total : `${nothing} so far`}</Fact>
        <Fact term={captured ? 'Paid with' : 'Paying with'}>{paying}</Fact>
      </>
    )
  }
  return <Fact term={captured || order.status === 'SHIPPED' ? 'Paid with' : 'Paying with'}>{paying}</Fact>
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className="grid grid-cols-[104px_1fr] py-3 last:pb-0">
      <dt className="text-ink-3">{term}</dt>
      <dd className="min-w-0 break-words tabular-nums">{children}</dd>
    </div>
  )
}

function Address({ address }: { address: NonNullable<Order['shippingAddress']> }) {
  const { name, street, postalCode, city, state, country, erasedAt } = address
  if (erasedAt) return <span className="text-ink-3">Erased, as you asked us to</span>
  const place = [[postalCode, city].filter(Boolean).join(' '), state, country].filter(Boolean).join(', ')
  return (
    <address className="not-italic">
      {name}
      <br />
      {street}
      <br />
      {place}
    </address>
  )
}

const isGoing = ({ status }: Order) => ['PENDING', 'CONFIRMED', 'PAID', 'SHIPPED'].includes(status)
