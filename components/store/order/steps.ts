import {
  Ban,
  Check,
  CreditCard,
  House,
  LifeBuoy,
  type LucideIcon,
  Package,
  RefreshCw,
  Truck,
  Undo2,
  X,
} from 'lucide-react'
import { money } from '@/components/format'
import { cardName } from '../payment-methods'
import { capital, whyDeclined } from './headline'
import { type HoldUp, type OrderEvent, type Story, shortagesOf } from './story'

export type Step = {
  key: string
  mood: 'done' | 'now' | 'todo' | 'bad' | 'stop' | 'back'
  icon: LucideIcon
  text: string
  note?: string
  at?: Date
  /** What was tried and failed, and when the next try comes. */
  tries?: { what: string; holdUp: HoldUp }
}

/** What happened, what happens now, and what comes next. */
export function stepsOf(story: Story): Step[] {
  const past = story.events.flatMap((event) => pastStep(event, story) ?? [])
  const told = new Set(past.map(({ key }) => key))
  const next = nextSteps(story).filter(({ key }) => !told.has(key))
  return [placed(story), ...past, ...next]
}

const placed = ({ order }: Story): Step => ({
  key: 'placed',
  mood: 'done',
  icon: Check,
  text: 'We have your order',
  at: order.placedAt,
})

function pastStep(event: OrderEvent, story: Story): Step | undefined {
  const { order, carrier, find } = story
  const at = event.occurredAt
  const amount = money(order.totalAmount, order.currency)
  const cancelledBefore = isBefore(find('OrderCancelled'), event)
  const done = (key: string, text: string, more?: Partial<Step>): Step => ({
    key,
    mood: 'done',
    icon: Check,
    text,
    at,
    ...more,
  })
  switch (event.eventType) {
    case 'InventoryReserved':
      // Set aside after the cancel, and given back at once: no news for the customer.
      if (cancelledBefore) return
      return done('reserved', `Everything ${find('InventoryReleased') ? 'was' : 'is'} set aside for you`)
    case 'InventoryReservationFailed':
      return done('short', shortText(story), { mood: 'bad', icon: X })
    case 'PaymentProcessed':
      return done(
        'paid',
        cancelledBefore ? 'Your bank had charged it already' : 'Your payment went through',
        { note: order.paymentMethod && `${amount}, ${cardName(order.paymentMethod)}.` },
      )
    case 'PaymentFailed':
      return done('declined', `Your bank declined ${amount}`, {
        mood: 'bad',
        icon: X,
        note: `${whyDeclined(order.failureReason)} A different card usually works.`,
      })
    case 'ShipmentCreated':
      return done('packed', 'Packed and labelled')
    case 'ShipmentDispatched':
      return done('dispatched', `Handed to ${carrier}`, { icon: Truck })
    case 'ShipmentDelivered':
      return done('delivered', 'Delivered', { icon: House })
    case 'OrderCancelled':
      return done('cancelled', cancelText(event, story), {
        mood: 'stop',
        icon: Ban,
        note: 'It had not left us yet, so that was free.',
      })
    case 'InventoryReleased':
      if (event !== find('InventoryReleased') || isBefore(find('OrderCancelled'), find('InventoryReserved')))
        return
      return done('released', 'Everything is back on the shelf', { mood: 'back', icon: Undo2 })
    case 'PaymentRefunded':
      return done('refunded', `${amount} is back on your card`)
    default:
      return
  }
}

/** From where it stands, the way it usually goes on. */
function nextSteps({ order, captured, refunded, carrier, dispatched, holdUp }: Story): Step[] {
  const amount = money(order.totalAmount, order.currency)
  const way: Step[] = [
    { key: 'reserved', mood: 'todo', icon: Package, text: 'Setting everything aside for you' },
    { key: 'paid', mood: 'todo', icon: CreditCard, text: `Asking your bank for ${amount}` },
    {
      key: 'packed',
      mood: 'todo',
      icon: Package,
      text: 'Packing your parcel',
      note: 'We are asking the carrier for a label.',
    },
    { key: 'dispatched', mood: 'todo', icon: Truck, text: `${capital(carrier)} collects it` },
    { key: 'delivered', mood: 'todo', icon: House, text: 'Delivered' },
  ]
  const from = { PENDING: 0, CONFIRMED: 1, PAID: 2, SHIPPED: dispatched ? 4 : 3 }
  if (order.status in from) {
    const here = from[order.status as keyof typeof from]
    return way
      .slice(here)
      .map((step, index) => (index === 0 && !dispatched ? now(step, holdUp) : quiet(step)))
  }
  if (order.status === 'CANCELLED' && !refunded && (captured || holdUp)) {
    const text = captured ? `Returning ${amount}` : 'Asking your bank whether you were charged'
    return [now({ key: 'refunded', mood: 'now', icon: RefreshCw, text }, holdUp)]
  }
  return []
}

/** The step at which the order is: under way, tried again, or in the hands of people. */
function now(step: Step, holdUp?: HoldUp): Step {
  if (!holdUp) return { ...step, mood: 'now' }
  const [what, why] = triesOf(holdUp)
  const tries = { what, holdUp }
  if (!holdUp.dead) {
    const text = `${what} ${holdUp.failedAttempts} of ${holdUp.maxAttempts} failed`
    return { ...step, mood: 'now', text, note: why, tries }
  }
  return {
    ...step,
    mood: 'stop',
    icon: LifeBuoy,
    text: `We are looking into ${holdUp.module === 'payments' ? 'the payment' : 'it'}`,
    note: 'One of us takes over from here. Nothing gets lost.',
    tries,
  }
}

/** What is tried, and what to know about it. */
function triesOf({ module, eventType }: HoldUp): [what: string, why: string] {
  const again = 'We try again by ourselves, a little later each time.'
  if (module === 'shipments') return ['Label attempt', again]
  if (module !== 'payments') return ['Attempt', again]
  const what = eventType === 'OrderConfirmed' ? 'Payment attempt' : 'Refund attempt'
  return [what, 'Before each one we look whether the one before went through after all.']
}

const quiet = (step: Step): Step => ({ ...step, note: undefined })

function shortText(story: Story): string {
  const short = shortagesOf(story).length
  return short > 1 ? `${short} things are short` : 'One thing is short'
}

function cancelText({ cancelledBy }: OrderEvent, { whole }: Story): string {
  if (cancelledBy === 'shop') return 'Not paid in time, so we cancelled it'
  return cancelledBy === 'customer' && whole ? 'You cancelled it' : 'The order was cancelled'
}

function isBefore(earlier: OrderEvent | undefined, later: OrderEvent | undefined): boolean {
  return earlier !== undefined && later !== undefined && earlier.sequence < later.sequence
}
