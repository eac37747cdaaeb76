'use client'

import { type SubmitEvent, useEffect, useRef } from 'react'
import { money } from '@/components/format'
import { Button } from '@/components/ui/button'
import { FieldError } from '@/components/ui/field'
import type { CheckedCart } from '../cart/checked-cart'
import { paymentMethod } from '../payment-methods'
import { AddressFields, type Country } from './address-fields'
import { type CheckoutField, fieldWords } from './faults'
import { PaymentChoice } from './payment-choice'
import { lastRecipient, recipientOf } from './recipient'
import { usePlaceOrder } from './use-place-order'

type Props = { cart: CheckedCart; countries: Country[]; onPlaced: () => void }

/** One column: where it goes, how it is paid, and a button that says what will happen. */
export function CheckoutForm({ cart, countries, onPlaced }: Props) {
  const { place, pending, refusal } = usePlaceOrder(cart, onPlaced)
  const form = useRef<HTMLFormElement>(null)
  const wrong = (Object.keys(fieldWords) as CheckoutField[]).filter((field) => refusal?.fields[field])

  useEffect(() => {
    if (refusal) form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus()
  }, [refusal])

  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault()
    if (pending) return
    const sent = new FormData(event.currentTarget)
    place(recipientOf(sent), paymentMethod(sent.get('paymentMethod')))
  }

  return (
    // The server has the last word, and says it in one way: the browser's own bubbles stay out.
    <form ref={form} noValidate onSubmit={submit}>
      <h2 className="mt-8 mb-4 font-semibold text-18">Where it goes</h2>
      <AddressFields countries={countries} recipient={lastRecipient.get()} errors={refusal?.fields ?? {}} />
      <h2 className="mt-10 mb-4 font-semibold text-18">How you pay</h2>
      <PaymentChoice />
      <Button type="submit" variant="primary" size="shop" pending={pending} className="mt-8 w-full">
        {pending ? 'Placing your order…' : `Pay ${money(cart.total, cart.currency)}`}
      </Button>
      <div role="alert" className="mt-3 grid justify-items-center gap-1">
        {wrong.length > 0 && <ToPutRight fields={wrong} />}
        {refusal?.said.map((sentence) => (
          <FieldError key={sentence}>{sentence}</FieldError>
        ))}
      </div>
    </form>
  )
}

function ToPutRight({ fields }: { fields: CheckoutField[] }) {
  return (
    <FieldError>
      <span>
        {fields.length === 1 ? 'One thing' : `${fields.length} things`} to put right:{' '}
        {fields.map((field, index) => (
          <span key={field}>
            {index > 0 && ', '}
            <a href={`#checkout-${field}`} className="underline">
              {fieldWords[field]}
            </a>
          </span>
        ))}
      </span>
    </FieldError>
  )
}
