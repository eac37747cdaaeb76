/** The test methods in a customer's words. The first two are cards as they should be, the rest are there to be tried. */
export const paymentMethods = [
  { id: 'pm_card_visa', name: 'Visa', card: 'Visa test card', outcome: 'Test card, always accepted' },
  {
    id: 'pm_card_mastercard',
    name: 'Mastercard',
    card: 'Mastercard test card',
    outcome: 'Test card, always accepted',
  },
  { id: 'pm_card_declined', name: 'Declined card', card: 'Test card, declined', outcome: 'The bank says no' },
  {
    id: 'pm_card_insufficient_funds',
    name: 'Empty card',
    card: 'Test card, empty',
    outcome: 'Not enough money on it',
  },
  {
    id: 'pm_card_slow',
    name: 'Slow bank',
    card: 'Test card, slow bank',
    outcome: 'Accepted after three seconds',
  },
  {
    id: 'pm_card_flaky',
    name: 'Stumbling bank',
    card: 'Test card, stumbling bank',
    outcome: 'Fails twice, then accepts',
  },
  {
    id: 'pm_card_down',
    name: 'Bank out of reach',
    card: 'Test card, bank out of reach',
    outcome: 'Never answers',
  },
  {
    id: 'pm_card_lost_reply',
    name: 'Lost answer',
    card: 'Test card, lost answer',
    outcome: 'Accepts, but the answer gets lost',
  },
] as const

export type PaymentMethod = (typeof paymentMethods)[number]['id']

export const usualMethods = paymentMethods.slice(0, 2)
export const oddMethods = paymentMethods.slice(2)

/** The method with this id; none if the page was tampered with, and the server takes its usual one. */
export function paymentMethod(id: unknown): PaymentMethod | undefined {
  return paymentMethods.find((method) => method.id === id)?.id
}

/** "Visa test card", for the order's page. */
export function cardName(method: string): string {
  return paymentMethods.find(({ id }) => id === method)?.card ?? method
}
