import { z } from 'zod'
import { line } from '../kernel/text'
import { HttpRefusal } from '../problem'
import { auditRefusal, auditSignIn } from './audit'
import { ADDRESS_HEADER, auth, MAX_PASSWORD } from './auth'
import { callerOf, forgetSessions } from './caller'
import { context } from './context'
import { permissions, permissionsOf, roles } from './permissions'

export const SignIn = z.strictObject({
  email: z.string('is missing').trim().min(1, 'is missing').pipe(line(254)),
  password: z.string('is missing').min(1, 'is missing').max(MAX_PASSWORD),
})

export const SecondFactor = z.strictObject({
  /** Six digits, or one of the codes that were given for the day when the telephone is lost. */
  code: z.string('is missing').trim().min(1, 'is missing').max(20),
})

export const SignedIn = z
  .object({ secondFactor: z.boolean().describe('Whether the second factor is still to come.') })
  .meta({ id: 'SignedIn' })

export const Session = z
  .object({
    email: z.string(),
    name: z.string(),
    role: z.enum(roles),
    passwordIsOneTime: z.boolean().describe('Nothing else is let be done until another is chosen.'),
    permissions: z.array(z.enum(permissions)),
  })
  .meta({ id: 'Session' })

/** Signs in: answers whether the second factor is still to come. */
export async function signIn(request: Request, { email, password }: z.infer<typeof SignIn>) {
  const answer = await ask(request, '/sign-in/email', { email, password })
  const body = await answer.json()
  if (!answer.ok) {
    turnedAway(answer, email)
    throw refusalOf(answer, body, 'The e-mail address or the password is wrong')
  }
  const secondFactor = body.twoFactorRedirect === true
  if (!secondFactor) await auditSignIn(body.user)
  return withCookies({ secondFactor }, answer)
}

export async function giveSecondFactor(request: Request, { code }: z.infer<typeof SecondFactor>) {
  const spaceless = code.replace(/\s/g, '')
  const path = /^\d{6}$/.test(spaceless) ? '/two-factor/verify-totp' : '/two-factor/verify-backup-code'
  const answer = await ask(request, path, { code: spaceless })
  const body = await answer.json()
  if (!answer.ok) {
    turnedAway(answer)
    throw refusalOf(answer, body, 'This code is wrong, or is no longer the one')
  }
  await auditSignIn(body.user)
  return withCookies({ secondFactor: false }, answer)
}

export async function signOut(request: Request) {
  const answer = await ask(request, '/sign-out', {})
  if (answer.status >= 500) throw new Error(`better-auth answered ${answer.status}`)
  forgetSessions()
  return new Response(null, { status: 204, headers: cookiesOf(answer) })
}

/** Who is signed in. Asking keeps the session going. */
export async function readSession(request: Request) {
  const renewed = await ask(request, '/get-session')
  const caller = await callerOf(request.headers)
  if (caller.kind !== 'staff') throw new HttpRefusal(401, 'Nobody is signed in')
  const { email, name, role, passwordIsOneTime } = caller
  return withCookies({ email, name, role, passwordIsOneTime, permissions: permissionsOf[role] }, renewed)
}

/** A password that was typed into the wrong field is nothing to be kept. */
function turnedAway({ status }: Response, typed?: string) {
  const whoName = z.email().safeParse(typed).data
  auditRefusal('sign-in.refused', { after: { status } }, { whoKind: 'nobody', whoName })
}

/** By its handler and not by its functions: so tries are counted. */
function ask({ headers }: Request, path: string, body?: object): Promise<Response> {
  const { baseURL = '' } = auth().options
  return auth().handler(
    new Request(`${baseURL}/api/auth${path}`, {
      method: body ? 'POST' : 'GET',
      headers: {
        cookie: headers.get('cookie') ?? '',
        'user-agent': headers.get('user-agent') ?? '',
        [ADDRESS_HEADER]: context()?.address ?? '',
        ...(body && { 'content-type': 'application/json' }),
      },
      body: body && JSON.stringify(body),
    }),
  )
}

type Fault = { code?: string; message?: string }

function refusalOf({ status, headers }: Response, { code, message }: Fault, wrong: string): Error {
  if (status === 429) {
    const retryAfter = Number(headers.get('x-retry-after')) || 60
    return new HttpRefusal(429, `Too many tries. Try again in ${retryAfter} seconds.`, { retryAfter })
  }
  if (code === 'BANNED_USER') return new HttpRefusal(403, 'This account is disabled. Ask an admin.')
  if (code?.startsWith('TOO_MANY') || code?.includes('LOCKED'))
    return new HttpRefusal(429, 'Too many wrong codes. Sign in again later.', { retryAfter: 600 })
  if (code === 'INVALID_TWO_FACTOR_COOKIE')
    return new HttpRefusal(401, 'Signing in took too long. Begin again with your password.', {
      kind: 'sign-in-expired',
    })
  if (status < 500) return new HttpRefusal(401, wrong, { kind: 'wrong-credentials' })
  return new Error(`better-auth answered ${status}: ${message}`)
}

const withCookies = (body: object, answer: Response) => Response.json(body, { headers: cookiesOf(answer) })

function cookiesOf(answer: Response): Headers {
  const headers = new Headers({ 'cache-control': 'no-store' })
  for (const cookie of answer.headers.getSetCookie()) headers.append('set-cookie', cookie)
  return headers
}
