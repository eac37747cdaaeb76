import type { Problem } from '../problem'
import type { Recipient } from './recipient'

export type CheckoutField = keyof Recipient
export type FieldErrors = Partial<Record<CheckoutField, string>>

/** In the order of the page, with the words of the summary. */
export const fieldWords: Record<CheckoutField, string> = {
  name: 'full name',
  email: 'e-mail',
  street: 'street and number',
  postalCode: 'postal code',
  city: 'city',
  state: 'state',
  country: 'country',
}

/** Said of a field that was left empty. */
const whenEmpty: FieldErrors = {
  name: 'Write the name of who receives it.',
  street: 'Write the street and the number.',
  postalCode: 'Write the postal code: this country has one.',
  city: 'Write the city.',
  state: 'Write the state: an address in this country needs one.',
}

/** Of a field that was filled in, the server's own sentence is said; here it has none for a customer. */
const whenWrong: FieldErrors = {
  email: 'Write it like name@example.com, or leave it empty.',
}

function isField(name: string): name is CheckoutField {
  return Object.hasOwn(fieldWords, name)
}

/** What the server found wrong, at the fields it is about; the rest is for the line at the button. */
export function sortFaults(problem: Problem, recipient: Recipient) {
  const fields: FieldErrors = {}
  const others: string[] = []
  for (const { pointer, detail } of problem.errors ?? []) {
    const name = pointer.split('/').at(-1) ?? ''
    const here = pointer.startsWith('/shippingAddress/') || pointer === '/email'
    if (!here || !isField(name)) others.push(detail)
    else fields[name] ??= (recipient[name] === '' ? whenEmpty : whenWrong)[name] ?? detail
  }
  return { fields, others }
}
