import { money } from '@/components/format'
import { type HoldUp, type Shortage, type Story, shortagesOf } from './story'

type Headline = { title: string; lead: string }

/** Where the order stands, in one sentence and one more. `slow`: the bank has not answered for a while. */
export function headlineOf(story: Story, slow = false): Headline {
  const { order, holdUp } = story
  if (holdUp && order.status !== 'CANCELLED') return heldUp(holdUp)
  switch (order.status) {
    case 'PENDING':
      return {
        title: 'Thank you. We have your order.',
        lead: 'We are setting everything aside for you. You can leave this page and come back.',
      }
    case 'CONFIRMED':
      return slow
        ? slowBank
        : {
            title: 'Set aside. Now the payment.',
            lead: 'Everything you chose is held for you. We are asking your bank.',
          }
    case 'PAID':
      return {
        title: 'Paid. We are packing it now.',
        lead: 'You can leave this page. What you see here is always up to date when you come back.',
      }
    case 'SHIPPED':
      return shipped(story)
    case 'REJECTED':
      return rejected(story)
    case 'PAYMENT_FAILED':
      return {
        title: 'We could not charge your card.',
        lead: `${whyDeclined(order.failureReason)} Nothing was taken, and nothing is on its way.`,
      }
    case 'CANCELLED':
      return cancelled(story)
  }
}

const slowBank = {
  title: 'Your bank is slow to answer.',
  lead: 'We keep asking by ourselves. Whatever it answers, you are charged once at most.',
}

function heldUp({ module, dead }: HoldUp): Headline {
  if (dead) {
    return {
      title: module === 'payments' ? 'Your bank does not answer.' : 'This takes longer than it should.',
      lead: 'We have stopped trying for now, and look into it ourselves. You need to do nothing; if you would rather not wait, you can cancel.',
    }
  }
  return module === 'payments'
    ? slowBank
    : {
        title: 'This takes a moment longer.',
        lead: 'Something did not go through on our side. We try again by ourselves, so you need to do nothing.',
      }
}

function shipped({ carrier, dispatched, delivered }: Story): Headline {
  if (delivered) return { title: 'It has arrived.', lead: 'We hope it is just what you had in mind.' }
  if (!dispatched) {
    return {
      title: 'Packed and ready to go.',
      lead: `Your parcel has its label. ${capital(carrier)} collects it next.`,
    }
  }
  return {
    title: 'It is on its way.',
    lead: `${capital(carrier)} has your parcel. It usually takes two working days from here.`,
  }
}

function rejected(story: Story): Headline {
  const short = shortagesOf(story)
  if (short.length === 0) {
    return {
      title: 'We cannot send this order.',
      lead: 'Something in it is not available any more. Nothing was charged.',
    }
  }
  return {
    title: short.every(({ available }) => available === 0) ? 'It has sold out.' : 'We do not have all of it.',
    lead: `${shortText(short, story)} We send an order whole or not at all, so nothing was charged and nothing is held for you.`,
  }
}

function shortText(short: Shortage[], { order }: Story): string {
  const [only] = short
  if (!only || short.length > 1) return 'Somebody was a moment faster.'
  const name = order.items.find(({ sku }) => sku === only.sku)?.name ?? only.sku
  const left = only.available === 0 ? 'none is' : only.available === 1 ? 'one is' : `${only.available} are`
  return `You asked for ${only.requested} × ${name}, and ${left} left.`
}

function cancelled({ order, captured, refunded, moving, holdUp, find }: Story): Headline {
  const late = find('OrderCancelled')?.cancelledBy === 'shop'
  const title = late ? 'Not paid in time, so we cancelled it.' : 'Your order is cancelled.'
  const amount = money(order.totalAmount, order.currency)
  if (refunded) {
    return {
      title: 'Cancelled, and your money is back.',
      lead: `Your bank has taken the ${amount} back. It may show it only tomorrow.`,
    }
  }
  if (holdUp?.dead) {
    return {
      title,
      lead: `Your bank does not answer, so we look into it ourselves. If the ${amount} has left your card, you get it back.`,
    }
  }
  if (captured) {
    return {
      title: `Cancelled. ${amount} is on its way back.`,
      lead: 'We have asked your bank to return it to your card. You need to do nothing more.',
    }
  }
  return {
    title,
    lead: moving
      ? 'If the money turns out to have left your card, it goes straight back. You need to do nothing more.'
      : 'Nothing was charged, and nothing is on its way.',
  }
}

export function whyDeclined(reason: string | undefined): string {
  return /insufficient/i.test(reason ?? '')
    ? 'There was not enough money on this card.'
    : 'Your bank said no to this card.'
}

export function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
