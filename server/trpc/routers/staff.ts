import { z } from 'zod'
import { roles } from '@/server/access/permissions'
import {
  changeRole,
  createStaff,
  endAllSessions,
  endSession,
  listSessions,
  listStaff,
  NewStaff,
  resetPassword,
  setDisabled,
} from '@/server/access/staff'
import { line } from '@/server/kernel/text'
import { procedure } from '../trpc'

const managed = procedure('staff:manage')
const id = z.strictObject({ id: line(100) })

/** Who may sign in, and as what. */
export const staffRouter = {
  list: managed.query(() => listStaff()),
  create: managed.input(NewStaff).mutation(({ input }) => createStaff(input)),
  changeRole: managed
    .input(id.extend({ role: z.enum(roles) }))
    .mutation(({ input }) => changeRole(input.id, input.role)),
  resetPassword: managed.input(id).mutation(({ input }) => resetPassword(input.id)),
  disable: managed.input(id).mutation(({ input }) => setDisabled(input.id, true)),
  enable: managed.input(id).mutation(({ input }) => setDisabled(input.id, false)),
  sessions: managed.input(id).query(({ input, ctx }) => listSessions(input.id, ctx.caller)),
  endSession: managed
    .input(id.extend({ sessionId: line(100) }))
    .mutation(({ input }) => endSession(input.id, input.sessionId)),
  endAllSessions: managed.input(id).mutation(({ input }) => endAllSessions(input.id)),
}
