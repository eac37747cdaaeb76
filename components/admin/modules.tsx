import type { Module, StoreEvent } from './desk-types'

const hues: Record<Module, { word: string; square: string }> = {
  orders: { word: 'text-mo-orders', square: 'bg-mo-orders-solid' },
  inventory: { word: 'text-mo-inventory', square: 'bg-mo-inventory-solid' },
  payments: { word: 'text-mo-payments', square: 'bg-mo-payments-solid' },
  shipments: { word: 'text-mo-shipments', square: 'bg-mo-shipments-solid' },
}

const owners: Record<string, Module> = {
  Order: 'orders',
  Product: 'inventory',
  Reservation: 'inventory',
  Payment: 'payments',
  Shipment: 'shipments',
}

/** Which module said it: every kind of aggregate has one owner. */
export const moduleOf = (event: Pick<StoreEvent, 'aggregateType'>): Module =>
  owners[event.aggregateType] ?? 'orders'

/** The module's square; the name stands beside it or is at least read aloud, so that colour never speaks alone. */
export function ModuleSquare({ module, className = '' }: { module: Module; className?: string }) {
  return <i aria-hidden className={`block flex-none rounded-[2px] ${hues[module].square} ${className}`} />
}

export function ModuleName({ module, square = true }: { module: Module; square?: boolean }) {
  return (
    <span
      className={`inline-flex items-center gap-1.5 whitespace-nowrap font-medium text-12 ${hues[module].word}`}
    >
      {square && <ModuleSquare module={module} className="size-2" />}
      {module}
    </span>
  )
}
