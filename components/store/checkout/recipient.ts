import { browserStore } from '../browser-store'

export type Recipient = {
  name: string
  email: string
  street: string
  postalCode: string
  city: string
  state: string
  country: string
}

const fields = ['name', 'email', 'street', 'postalCode', 'city', 'state', 'country'] as const

const nobody: Recipient = {
  name: '',
  email: '',
  street: '',
  postalCode: '',
  city: '',
  state: '',
  country: 'NL',
}

/** Kept for this visit only, so that a second try with another card does not ask for the address again. */
export const lastRecipient = browserStore<Recipient>({
  key: 'tiny-store.recipient',
  area: 'sessionStorage',
  empty: nobody,
  read: (stored) => ({ ...nobody, ...(stored as Partial<Recipient>) }),
})

/** The fields of a sent form, without the blanks at their ends. */
export function recipientOf(form: FormData): Recipient {
  return Object.fromEntries(fields.map((field) => [field, String(form.get(field) ?? '').trim()])) as Recipient
}
