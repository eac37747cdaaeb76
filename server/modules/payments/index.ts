export { proofs } from './application/proofs'
export { reactions } from './application/reactions'
export { type PaymentMethod, paymentMethods } from './domain/payment-method'
