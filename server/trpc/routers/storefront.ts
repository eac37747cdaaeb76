import { z } from 'zod'
import { browserFor, browserOf, forgetCookie } from '@/server/access/browser'
import { buyerOf, orderAccess } from '@/server/access/buyer'
import { nameOf } from '@/server/access/caller'
import type { Cost } from '@/server/access/floods'
import { checkout, PlaceOrder } from '@/server/checkout'
import { line } from '@/server/kernel/text'
import * as orders from '@/server/modules/orders'
import { listOwn, tellStory } from '@/server/order-story'
import { IdempotencyKey } from '@/server/platform/idempotency'
import { watchLane } from '@/server/platform/receipts'
import { onwards, page } from '../page'
import { procedure } from '../trpc'

const orderId = z.strictObject({ orderId: z.string() })

/** After this the browser opens one order more: its token goes with the answer. */
const granting = (cost?: Cost) =>
  procedure('anyone', cost).use(async ({ ctx: { headers, answerHeaders }, next }) => {
    const result = await next()
    const { setCookie } = browserFor(headers)
    // Several in one batch have one cookie.
    if (result.ok && !answerHeaders?.getSetCookie().includes(setCookie))
      answerHeaders?.append('set-cookie', setCookie)
    return result
  })

/** What customers do with orders. Anybody may ask; what he is told and may do depends on the tokens that he holds. */
export const storefront = {
  place: granting('order')
    .input(PlaceOrder.extend({ idempotencyKey: IdempotencyKey.optional() }))
    .mutation(({ ctx, input: { idempotencyKey, ...order } }) =>
      checkout(order, buyerOf(ctx.headers), idempotencyKey),
    ),
  /** What the order's page tells: all of it, or what anybody may see. */
  story: procedure('anyone')
    .input(orderId)
    .query(({ ctx, input }) => tellStory(input.orderId, orderAccess(ctx.headers, 'orders:read'))),
  /** A mark that changes whenever the story does, and says nothing of it. */
  watch: procedure('anyone')
    .input(z.strictObject({ orderId: line(100) }))
    .subscription(({ input, signal }) => watchLane(input.orderId, signal)),
  /** The orders that this browser opens. */
  mine: procedure('anyone')
    .input(z.strictObject({ ...page, ...onwards }))
    .query(({ ctx, input }) => listOwn(browserOf(ctx.headers)?.hash, input)),
  cancel: procedure('anyone')
    .input(orderId.extend(orders.CancelOrder.shape))
    .mutation(async ({ ctx, input }) => {
      await orders.demandAccess(input.orderId, orderAccess(ctx.headers, 'orders:write'))
      return orders.cancelOrder(input.orderId, input, { by: nameOf(ctx.caller) })
    }),
  /** Exchanges the token of a private link for this browser's own. */
  claim: granting()
    .input(orderId.extend({ token: z.string().max(100) }))
    .mutation(({ ctx, input }) =>
      orders.claimOrder(input.orderId, input.token, browserFor(ctx.headers).hash),
    ),
  /** A token for a private link, for who holds one already: staff and keys have other ways, which end when their rights do. */
  share: procedure('anyone')
    .input(orderId)
    .mutation(({ ctx, input }) =>
      orders.shareOrder(input.orderId, { ...orderAccess(ctx.headers, 'orders:write'), all: false }),
    ),
  forget: procedure('anyone').mutation(async ({ ctx: { headers, answerHeaders } }) => {
    const browser = browserOf(headers)
    if (browser) await orders.forgetBrowser(browser.hash)
    answerHeaders?.append('set-cookie', forgetCookie())
  }),
}
