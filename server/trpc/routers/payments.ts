import { z } from 'zod'
import { words } from '@/server/kernel/text'
import * as payments from '@/server/modules/payments'
import { page } from '../page'
import { procedure } from '../trpc'

export const paymentsRouter = {
  list: procedure('payments:read')
    .input(
      z.strictObject({
        text: words(100).optional(),
        status: z.enum(payments.paymentStatuses).optional(),
        method: z.enum(payments.paymentMethods).optional(),
        sort: z.enum(payments.paymentSorts).optional(),
        ...page,
      }),
    )
    .query(({ input }) => payments.listPayments(input)),
  byId: procedure('payments:read')
    .input(z.strictObject({ paymentId: z.string() }))
    .query(({ input }) => payments.getPayment(input.paymentId)),
}
