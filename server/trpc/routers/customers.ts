import { nameOf } from '@/server/access/caller'
import { EraseCustomer, eraseCustomer } from '@/server/modules/orders'
import { procedure } from '../trpc'

export const customersRouter = {
  /** Makes unreadable who a customer was, for good. */
  erase: procedure('customers:erase')
    .input(EraseCustomer)
    .mutation(({ input, ctx }) => eraseCustomer(input, nameOf(ctx.caller))),
}
