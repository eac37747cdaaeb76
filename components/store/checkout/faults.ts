import type { Problem } from '../problem'
import { postalWord, stateWord } from './country'
import type { Recipient } from './recipient'

export type CheckoutField = keyof Recipient
export type FieldErrors = Partial<Record<CheckoutField, string>>

/** In the order of the page, with the words of the summary. */
export function fieldWords(country: string): Record<CheckoutField, string> {
  return {
    name: 'full name',
    email: 'e-mail',
    street: 'street and number',
    postalCode: lower(postalWord(country)),
    city: 'city',
    state: lower(stateWord(country)),
    country: 'country',
  }
}

/** Said of a field that was left empty. */
function whenEmpty(country: string): FieldErrors {
  return {
    name: 'Write the name of who receives it.',
    street: 'Write the street and the number.',
    postalCode: `Write the ${lower(postalWord(country))}.`,
    city: 'Write the city.',
    state: `Choose the ${lower(stateWord(country))}.`,
  }
}

/** Of a field that was filled in, the server's own sentence is said; here it has none for a customer. */
const whenWrong: FieldErrors = {
  email: 'Write it like name@example.com, or leave it empty.',
}

/** ZIP and PIN stay as they are. */
const lower = (word: string) => (/^[A-Z]{2}/.test(word) ? word : word.toLowerCase())

/** What the server found wrong, at the fields it is about; the rest is for the line at the button. */
export function sortFaults(problem: Problem, recipient: Recipient) {
  const fields: FieldErrors = {}
  const others: string[] = []
  const empty = whenEmpty(recipient.country)
  for (const { pointer, detail } of problem.errors ?? []) {
    const name = pointer.split('/').at(-1) ?? ''
    const here = pointer.startsWith('/shippingAddress/') || pointer === '/email'
    if (!here || !isField(name, recipient)) others.push(detail)
    else fields[name] ??= (recipient[name] === '' ? empty : whenWrong)[name] ?? detail
  }
  return { fields, others }
}

const isField = (name: string, recipient: Recipient): name is CheckoutField => Object.hasOwn(recipient, name)
