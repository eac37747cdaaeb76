import { deskAccess } from './pages/desk-access'
import { deskAnalytics } from './pages/desk-analytics'
import { deskEvents } from './pages/desk-events'
import { deskFaultLab } from './pages/desk-fault-lab'
import { deskFrame } from './pages/desk-frame'
import { deskOrders } from './pages/desk-orders'
import { deskStock } from './pages/desk-stock'
import { deskSystem } from './pages/desk-system'
import { deskWebhooks } from './pages/desk-webhooks'
import { docs } from './pages/docs'
import { shopFront } from './pages/shop-front'
import { shopOrders } from './pages/shop-orders'
import { signIn } from './pages/sign-in'
import { deskState } from './way-in'

/** Every page in every state that looks different: what customers see, */
const shopPages = { ...shopFront, ...shopOrders, ...docs }

/** and what those see who are signed in. */
const deskPages = {
  ...deskOrders,
  ...deskStock,
  ...deskEvents,
  ...deskFrame,
  ...deskSystem,
  ...deskAnalytics,
  ...deskFaultLab,
  ...deskAccess,
  ...deskWebhooks,
}

export const pages = [
  { of: 'the shop', storageState: undefined, visits: shopPages },
  { of: 'the way in', storageState: undefined, visits: signIn },
  { of: 'the desk', storageState: deskState, visits: deskPages },
]
