import { isAPIError } from 'better-auth/api'
import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { type DomainError, invalid } from '../kernel/errors'
import { db, transaction } from '../platform/database/connect'
import { audit, auditRefusal } from './audit'
import { auth, MAX_PASSWORD, MIN_PASSWORD } from './auth'
import { forgetSessions, type Staff } from './caller'
import { forgetFirstPassword } from './first-admin'
import { users } from './tables'

const password = z.string().min(1, 'is missing').max(MAX_PASSWORD)

export const ChangePassword = z.strictObject({
  currentPassword: password,
  newPassword: z
    .string()
    .min(MIN_PASSWORD, `must have at least ${MIN_PASSWORD} characters`)
    .max(MAX_PASSWORD, `must have at most ${MAX_PASSWORD} characters`),
})
export const Password = z.strictObject({ password })
export const Code = z.strictObject({ code: z.string().trim().min(1, 'is missing').max(20) })

/** What better-auth is told of who asks, and what it wants told: where they changed, the caller's new cookies. */
type Asked = { headers: Headers; answerHeaders?: Headers }

/** Afterwards all other sessions of theirs are over. */
export async function changePassword(
  asked: Asked,
  { email, id }: Staff,
  input: z.infer<typeof ChangePassword>,
) {
  if (input.newPassword === input.currentPassword) throw faultIn('/newPassword', 'must be another one')
  await answering(asked, '/currentPassword', () =>
    auth().api.changePassword({
      headers: asked.headers,
      body: { ...input, revokeOtherSessions: true },
      returnHeaders: true,
    }),
  )
  await transaction(async (tx) => {
    await tx.update(users).set({ passwordIsOneTime: false }).where(eq(users.id, id))
    await audit('account.change-password', { target: `staff/${id}` })(tx).execute()
  })
  await forgetFirstPassword(email)
  forgetSessions()
}

/** Begins with a second factor: it counts from the first code on that is confirmed. */
export async function setUpSecondFactor(asked: Asked, { password }: z.infer<typeof Password>) {
  const made = await answering(asked, '/password', () =>
    auth().api.enableTwoFactor({ headers: asked.headers, body: { password }, returnHeaders: true }),
  )
  if (made.method !== 'totp') throw new Error('better-auth set up another second factor')
  return { totpURI: made.totpURI, backupCodes: made.backupCodes }
}

export async function confirmSecondFactor(asked: Asked, { code }: z.infer<typeof Code>) {
  const spaceless = code.replace(/\s/g, '')
  await answering(asked, '/code', () =>
    auth().api.verifyTOTP({ headers: asked.headers, body: { code: spaceless }, returnHeaders: true }),
  )
  // Of whoever did it: better-auth's own transaction is over.
  await audit('account.second-factor-on', {})(db()).execute()
  forgetSessions()
}

export async function turnOffSecondFactor(asked: Asked, { password }: z.infer<typeof Password>) {
  await answering(asked, '/password', () =>
    auth().api.disableTwoFactor({ headers: asked.headers, body: { password }, returnHeaders: true }),
  )
  await audit('account.second-factor-off', {})(db()).execute()
  forgetSessions()
}

/** Hands on the cookies; what better-auth refuses is said of the field that was at fault. */
async function answering<T>(
  { answerHeaders }: Asked,
  pointer: string,
  ask: () => Promise<{ headers: Headers; response: T }>,
): Promise<T> {
  try {
    const { headers, response } = await ask()
    for (const cookie of headers.getSetCookie()) answerHeaders?.append('set-cookie', cookie)
    return response
  } catch (error) {
    if (isAPIError(error) && error.statusCode < 500) {
      auditRefusal('refused', { target: `account${pointer}`, after: { status: 400 } })
      throw faultIn(pointer, `is refused: ${error.message}`)
    }
    throw error
  }
}

function faultIn(pointer: string, detail: string): DomainError {
  return invalid(`${pointer}: ${detail}`, { errors: [{ pointer, detail }] })
}
