import { z } from 'zod'
import {
  ChangePassword,
  Code,
  changePassword,
  confirmSecondFactor,
  Password,
  setUpSecondFactor,
  turnOffSecondFactor,
} from '@/server/access/account'
import type { Staff } from '@/server/access/caller'
import { endAllSessions, endSession, getMember, listSessions } from '@/server/access/staff'
import { procedure } from '../trpc'

/** What people do about themselves, whatever their role. */
const own = procedure('staff').use(({ ctx, next }) => next({ ctx: { self: ctx.caller as Staff } }))

export const accountRouter = {
  me: own.query(({ ctx: { self } }) => getMember(self.id)),
  changePassword: own
    .input(ChangePassword)
    .mutation(({ ctx, input }) => changePassword(ctx, ctx.self, input)),
  setUpSecondFactor: own.input(Password).mutation(({ ctx, input }) => setUpSecondFactor(ctx, input)),
  confirmSecondFactor: own.input(Code).mutation(({ ctx, input }) => confirmSecondFactor(ctx, input)),
  turnOffSecondFactor: own.input(Password).mutation(({ ctx, input }) => turnOffSecondFactor(ctx, input)),
  sessions: own.query(({ ctx: { self } }) => listSessions(self.id, self)),
  endSession: own
    .input(z.object({ sessionId: z.string() }))
    .mutation(({ ctx, input }) => endSession(ctx.self.id, input.sessionId)),
  endOtherSessions: own.mutation(({ ctx: { self } }) => endAllSessions(self.id, self.sessionId)),
}
