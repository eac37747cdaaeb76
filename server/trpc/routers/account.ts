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
import type { Cost } from '@/server/access/floods'
import { endAllSessions, endSession, getMember, listSessions } from '@/server/access/staff'
import { line } from '@/server/kernel/text'
import { procedure } from '../trpc'

/** What people do about themselves, whatever their role. */
const ownAt = (cost?: Cost) =>
  procedure('staff', cost).use(({ ctx, next }) => next({ ctx: { self: ctx.caller as Staff } }))

const own = ownAt()
/** A password or a code can be tried here as well as where people sign in. */
const tried = ownAt('sign-in')

export const accountRouter = {
  me: own.query(({ ctx: { self } }) => getMember(self.id)),
  changePassword: tried
    .input(ChangePassword)
    .mutation(({ ctx, input }) => changePassword(ctx, ctx.self, input)),
  setUpSecondFactor: tried.input(Password).mutation(({ ctx, input }) => setUpSecondFactor(ctx, input)),
  confirmSecondFactor: tried.input(Code).mutation(({ ctx, input }) => confirmSecondFactor(ctx, input)),
  turnOffSecondFactor: tried.input(Password).mutation(({ ctx, input }) => turnOffSecondFactor(ctx, input)),
  sessions: own.query(({ ctx: { self } }) => listSessions(self.id, self)),
  endSession: own
    .input(z.strictObject({ sessionId: line(100) }))
    .mutation(({ ctx, input }) => endSession(ctx.self.id, input.sessionId)),
  endOtherSessions: own.mutation(({ ctx: { self } }) => endAllSessions(self.id, self.sessionId)),
}
