import { deskEvents } from './pages/desk-events'
import { deskFaultLab } from './pages/desk-fault-lab'
import { deskFrame } from './pages/desk-frame'
import { deskOrders } from './pages/desk-orders'
import { deskStock } from './pages/desk-stock'
import { deskSystem } from './pages/desk-system'
import { shopFront } from './pages/shop-front'
import { shopOrders } from './pages/shop-orders'

/** Every page in every state that looks different. */
export const pages = {
  ...shopFront,
  ...shopOrders,
  ...deskOrders,
  ...deskStock,
  ...deskEvents,
  ...deskFrame,
  ...deskSystem,
  ...deskFaultLab,
}
