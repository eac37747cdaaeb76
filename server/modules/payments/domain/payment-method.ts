/** The test methods of the simulated provider. */
export const paymentMethods = [
  'pm_card_visa',
  'pm_card_mastercard',
  'pm_card_declined',
  'pm_card_insufficient_funds',
  'pm_card_slow',
  'pm_card_flaky',
  'pm_card_down',
  'pm_card_lost_reply',
] as const
export type PaymentMethod = (typeof paymentMethods)[number]
