'use client'

import { useState } from 'react'
import { SelectField, TextField } from '@/components/ui/field'
import type { CheckoutField, FieldErrors } from './faults'
import type { Recipient } from './recipient'

export type Country = { code: string; name: string }

/** What a state is called, in the countries whose addresses need one. */
const stateWords: Record<string, string> = {
  US: 'State',
  CA: 'Province or territory',
  AU: 'State or territory',
}

type Props = { countries: Country[]; recipient: Recipient; errors: FieldErrors }

/** Uncontrolled: the form reads the fields when it is sent, and the browser may fill them in. */
export function AddressFields({ countries, recipient, errors }: Props) {
  const [country, setCountry] = useState(recipient.country)
  const stateWord = stateWords[country]
  const field = (name: CheckoutField) => ({
    name,
    id: `checkout-${name}`,
    size: 'shop' as const,
    error: errors[name],
  })
  return (
    <div className="grid grid-cols-6 items-start gap-x-3 gap-y-4 md:gap-y-5 [&>*]:col-span-6">
      <TextField
        {...field('name')}
        label="Full name"
        autoComplete="name"
        defaultValue={recipient.name}
        maxLength={200}
        required
      />
      <TextField
        {...field('email')}
        label={<Optional>E-mail</Optional>}
        type="email"
        autoComplete="email"
        defaultValue={recipient.email}
        maxLength={254}
      />
      <TextField
        {...field('street')}
        label="Street and number"
        autoComplete="street-address"
        defaultValue={recipient.street}
        maxLength={200}
        required
      />
      <TextField
        {...field('postalCode')}
        label="Postal code"
        autoComplete="postal-code"
        defaultValue={recipient.postalCode}
        maxLength={20}
        frameClassName="!col-span-2"
      />
      <TextField
        {...field('city')}
        label="City"
        autoComplete="address-level2"
        defaultValue={recipient.city}
        maxLength={200}
        required
        frameClassName="!col-span-4"
      />
      {stateWord && (
        <TextField
          {...field('state')}
          label={stateWord}
          autoComplete="address-level1"
          defaultValue={recipient.state}
          maxLength={100}
          required
        />
      )}
      <SelectField
        {...field('country')}
        label="Country"
        autoComplete="country"
        value={country}
        onChange={(event) => setCountry(event.target.value)}
      >
        {countries.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </SelectField>
    </div>
  )
}

function Optional({ children }: { children: string }) {
  return (
    <>
      {children} <span className="font-normal text-ink-3">(optional)</span>
    </>
  )
}
