'use client'

import { type ChangeEvent, type SubmitEvent, useEffect, useRef } from 'react'
import { money } from '@/components/format'
import { Button } from '@/components/ui/button'
import { FieldError } from '@/components/ui/field'
import type { CheckedCart } from '../cart/checked-cart'
import { paymentMethod } from '../payment-methods'
import { AddressFields } from './address-fields'
import { unansweredOrder } from './attempt'
import type { Country } from './country'
import { type CheckoutField, type FieldErrors, fieldWords } from './faults'
import { PaymentChoice } from './payment-choice'
import { lastRecipient, recipientOf } from './recipient'
import { unheard, type usePlaceOrder } from './use-place-order'

type Props = {
  cart: CheckedCart
  countries: Country[]
  placing: ReturnType<typeof usePlaceOrder>
  /** Sent by an earlier load of the page, and never answered. */
  unanswered: boolean
}

/** One column: where it goes, how it is paid, and a button that says what will happen. */
export function CheckoutForm({ cart, countries, placing, unanswered }: Props) {
  const { place, pending, refusal } = placing
  const form = useRef<HTMLFormElement>(null)
  const said = refusal?.said ?? (unanswered && !pending ? [unheard] : [])

  useEffect(() => {
    if (refusal) form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus()
  }, [refusal])

  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault()
    if (pending) return
    const sent = new FormData(event.currentTarget)
    place(recipientOf(sent), paymentMethod(sent.get('paymentMethod')))
  }

  /** So that a reload, or an hour without a connection, loses nothing. */
  function keep({ currentTarget }: ChangeEvent<HTMLFormElement>) {
    lastRecipient.set(recipientOf(new FormData(currentTarget)))
  }

  return (
    // The server has the last word, and says it in one way: the browser's own bubbles stay out.
    <form ref={form} noValidate onSubmit={submit} onChange={keep}>
      <h2 className="mt-8 mb-4 font-semibold text-18">Where it goes</h2>
      <AddressFields countries={countries} recipient={lastRecipient.get()} errors={refusal?.fields ?? {}} />
      <h2 className="mt-10 mb-4 font-semibold text-18">How you pay</h2>
      <PaymentChoice chosen={unansweredOrder()?.paymentMethod} />
      <Button type="submit" variant="primary" size="shop" pending={pending} className="mt-8 w-full">
        {pending ? 'Placing your order…' : `Pay ${money(cart.total, cart.currency)}`}
      </Button>
      <div role="alert" className="mt-3 grid justify-items-center gap-1">
        <ToPutRight errors={refusal?.fields ?? {}} />
        {said.map((sentence) => (
          <FieldError key={sentence}>{sentence}</FieldError>
        ))}
      </div>
    </form>
  )
}

/** What is wrong once more where the customer is, each a way to its field. */
function ToPutRight({ errors }: { errors: FieldErrors }) {
  const words = fieldWords(lastRecipient.get().country)
  const wrong = (Object.keys(words) as CheckoutField[]).filter((field) => errors[field])
  if (wrong.length === 0) return null
  return (
    <FieldError>
      <span>
        {wrong.length === 1 ? 'One thing' : `${wrong.length} things`} to put right:{' '}
        {wrong.map((field, index) => (
          <span key={field}>
            {index > 0 && ', '}
            <a href={`#checkout-${field}`} className="underline">
              {words[field]}
            </a>
          </span>
        ))}
      </span>
    </FieldError>
  )
}
