import * as inventory from './inventory'
import * as orders from './orders'
import * as payments from './payments'
import * as shipments from './shipments'

/** The cast. A module is what stands here; what it reacts to is what its `reactions` have as keys. */
export const modules = { orders, inventory, payments, shipments }
