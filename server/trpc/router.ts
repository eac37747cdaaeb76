import { z } from 'zod'
import { line } from '@/server/kernel/text'
import * as orders from '@/server/modules/orders'
import { deliveryStatus } from '@/server/platform/delivery-status'
import { settings } from '@/server/platform/settings'
import { countSilent } from '@/server/silence'
import { jump } from './jump'
import { accountRouter } from './routers/account'
import { analyticsRouter } from './routers/analytics'
import { auditRouter } from './routers/audit'
import { catalogue } from './routers/catalogue'
import { contractMap } from './routers/contract'
import { customersRouter } from './routers/customers'
import { deadLettersRouter } from './routers/dead-letters'
import { eventsRouter } from './routers/events'
import { faultLabRouter } from './routers/fault-lab'
import { inventoryRouter } from './routers/inventory'
import { keysRouter } from './routers/keys'
import { ordersRouter } from './routers/orders'
import { overview } from './routers/overview'
import { paymentsRouter } from './routers/payments'
import { proofRouter } from './routers/proof'
import { shipmentsRouter } from './routers/shipments'
import { silenceRouter } from './routers/silence'
import { staffRouter } from './routers/staff'
import { webhooksRouter } from './routers/webhooks'
import { whatIfRouter } from './routers/what-if'
import { procedure, router } from './trpc'

/**
 * Everything the screens may ask, by area. In the areas it is one line each: a line that needs an `if` belongs in its
 * module.
 */
export const appRouter = router({
  /** What the desk's frame shows on every page. */
  pulse: procedure('orders:read').query(async () => ({
    openOrders: await orders.countOpenOrders(),
    deliveries: await deliveryStatus(),
    silent: await countSilent(''),
    engine: settings().engine,
  })),
  /** What a text could mean to somebody at the desk: orders, with whose they are; events, products. */
  jump: procedure('orders:read')
    .input(z.strictObject({ text: line(100) }))
    .query(({ input }) => jump(input.text)),
  overview,
  catalogue,
  orders: ordersRouter,
  inventory: inventoryRouter,
  payments: paymentsRouter,
  shipments: shipmentsRouter,
  events: eventsRouter,
  deadLetters: deadLettersRouter,
  proof: proofRouter,
  contract: contractMap,
  silence: silenceRouter,
  analytics: analyticsRouter,
  whatIf: whatIfRouter,
  faultLab: faultLabRouter,
  account: accountRouter,
  staff: staffRouter,
  keys: keysRouter,
  audit: auditRouter,
  customers: customersRouter,
  webhooks: webhooksRouter,
})

export type AppRouter = typeof appRouter
