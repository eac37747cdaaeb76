export * from './application/commands'
export * from './application/queries'
export { reactions } from './application/reactions'
export { shipmentStatuses } from './domain/shipment'
