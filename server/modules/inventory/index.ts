export * from './application/commands'
export * from './application/queries'
export { reactions } from './application/reactions'
export { productStatuses } from './domain/product'
