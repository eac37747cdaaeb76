export * from './application/queries'
export { reactions } from './application/reactions'
export { type PaymentMethod, paymentMethods } from './domain/payment-method'
