'use client'

import { useState } from 'react'
import { SelectField, TextField } from '@/components/ui/field'
import { type Country, postalKeys, postalWord, stateWord } from './country'
import type { CheckoutField, FieldErrors } from './faults'
import type { Recipient } from './recipient'

type Props = { countries: Country[]; recipient: Recipient; errors: FieldErrors }

/** Uncontrolled: the form reads the fields when it is sent, and the browser may fill them in. */
export function AddressFields({ countries, recipient, errors }: Props) {
  const [code, setCode] = useState(recipient.country)
  const { states, withoutPostalCode } = countries.find((country) => country.code === code) ?? {}
  const field = (name: CheckoutField) => ({
    name,
    id: `checkout-${name}`,
    size: 'shop' as const,
    error: errors[name],
    defaultValue: recipient[name],
  })
  return (
    <div className="grid grid-cols-6 items-start gap-x-3 gap-y-4 md:gap-y-5 [&>*]:col-span-6">
      <TextField
        {...field('name')}
        label="Full name"
        autoComplete="shipping name"
        autoCapitalize="words"
        spellCheck={false}
        maxLength={200}
        required
      />
      <TextField
        {...field('email')}
        label={<Optional>E-mail</Optional>}
        type="email"
        autoComplete="email"
        maxLength={254}
      />
      <TextField
        {...field('street')}
        label="Street and number"
        autoComplete="shipping address-line1"
        spellCheck={false}
        maxLength={200}
        required
      />
      {!withoutPostalCode && (
        <TextField
          {...field('postalCode')}
          label={postalWord(code)}
          autoComplete="shipping postal-code"
          inputMode={postalKeys(code)}
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={20}
          required
          frameClassName="!col-span-2"
        />
      )}
      <TextField
        {...field('city')}
        label="City"
        autoComplete="shipping address-level2"
        autoCapitalize="words"
        spellCheck={false}
        maxLength={100}
        required
        frameClassName={withoutPostalCode ? undefined : '!col-span-4'}
      />
      {states && (
        <SelectField
          key={code}
          {...field('state')}
          label={stateWord(code)}
          autoComplete="shipping address-level1"
          required
        >
          <option value="">Choose…</option>
          {states.map((state) => (
            <option key={state.code} value={state.code}>
              {state.name}
            </option>
          ))}
        </SelectField>
      )}
      <SelectField
        {...field('country')}
        label="Country"
        autoComplete="shipping country"
        required
        onChange={(event) => setCode(event.target.value)}
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
