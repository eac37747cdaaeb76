export * from './application/queries'
export { reactions } from './application/reactions'
export { paymentStatuses } from './domain/payment'
export { type PaymentMethod, paymentMethods } from './domain/payment-method'
