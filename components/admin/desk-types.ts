import type { Inputs, Outputs } from '@/components/trpc-provider'

export type { OrderStatus } from '@/components/ui/status-badge'

export type Order = Outputs['orders']['byId']
export type Product = Outputs['inventory']['list']['items'][number]
export type Movement = Outputs['inventory']['ledger']['items'][number]
export type Payment = Outputs['payments']['list']['items'][number]
export type PaymentStatus = Payment['status']
export type PaymentMethod = NonNullable<Inputs['payments']['list']['method']>
export type OpenPayment = Outputs['payments']['byId']
export type Receipt = Outputs['events']['receipts'][number]
export type Shipment = Outputs['shipments']['byId']
export type ShipmentStatus = Shipment['status']
export type StoreEvent = Outputs['events']['list']['items'][number]
export type Module = 'orders' | 'inventory' | 'payments' | 'shipments'
export type Member = Outputs['staff']['list'][number]
export type Session = Outputs['account']['sessions'][number]
export type ApiKey = Outputs['keys']['list'][number]
export type AuditEntry = Outputs['audit']['list']['items'][number]
export type MappedEvent = Outputs['contract']['events'][number]
export type Facts = NonNullable<AuditEntry['before']>
export type OrderSort = NonNullable<Inputs['orders']['find']['sort']>
