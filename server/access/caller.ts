import { HttpRefusal } from '../problem'
import { auditRefusal } from './audit'
import { auth } from './auth'
import { kept } from './kept'
import { holderOf, isKey } from './keys'
import { type Permission, permissionsOf, type Role, type Rule } from './permissions'

/** Who asks: somebody of the staff, a program by its key, or whoever else. */
export type Caller =
  | {
      kind: 'staff'
      id: string
      email: string
      name: string
      role: Role
      sessionId: string
      /** Until they have chosen a password of their own they may nothing else. */
      passwordIsOneTime: boolean
    }
  | { kind: 'key'; id: string; name: string; scopes: readonly Permission[] }
  | { kind: 'customer' }

export type Staff = Extract<Caller, { kind: 'staff' }>

const customer: Caller = { kind: 'customer' }

/** The one place where a caller becomes known. A key that is none is refused: it was meant to be one. */
export async function callerOf(headers: Headers): Promise<Caller> {
  const token = bearerOf(headers)
  if (token && isKey(token)) {
    const holder = await holderOf(token)
    if (!holder) {
      auditRefusal('refused', { target: 'key', after: { status: 401 } }, { whoKind: 'key' })
      throw new HttpRefusal(401, 'This API key does not exist, or was revoked')
    }
    return holder
  }
  const cookie = sessionCookieOf(headers)
  return (cookie && (await signedIn.get(cookie))) || customer
}

/** What is sent as `Authorization: Bearer`. */
export const bearerOf = (headers: Headers) =>
  /^Bearer +([\w~.+/=-]+)$/i.exec(headers.get('authorization') ?? '')?.[1]

/** Whether somebody may do this. */
export function may(caller: Caller, permission: Permission): boolean {
  if (caller.kind === 'staff')
    return !caller.passwordIsOneTime && permissionsOf[caller.role].includes(permission)
  return caller.kind === 'key' && caller.scopes.includes(permission)
}

/** Refuses whom the rule does not let pass, and says what is missing. */
export function admit(caller: Caller, rule: Rule) {
  if (rule === 'anyone' || rule === 'inngest') return
  if (caller.kind === 'customer')
    throw new HttpRefusal(401, 'Say who you are: sign in, or send an API key as Authorization: Bearer')
  if (rule === 'staff' ? caller.kind === 'staff' : may(caller, rule)) return
  if (rule === 'staff') throw new HttpRefusal(403, 'This is for people who are signed in, not for keys')
  const why =
    caller.kind === 'key'
      ? `This key lacks the scope ${rule}`
      : caller.passwordIsOneTime
        ? 'Choose a password of your own first'
        : `The role ${caller.role} may not do this: it takes ${rule}`
  throw new HttpRefusal(403, why, { permission: rule })
}

/** How somebody is called in what is kept for people to read. */
export function nameOf(caller: Caller): string {
  if (caller.kind === 'staff') return caller.name
  return caller.kind === 'key' ? `key ${caller.name}` : 'customer'
}

const SESSION_COOKIE = /(?:^|;\s*)((?:__Secure-)?tiny-store\.session_token=[^;]+)/

const sessionCookieOf = (headers: Headers) => SESSION_COOKIE.exec(headers.get('cookie') ?? '')?.[1]

/** However it is used, a session ends after a week. */
const LONGEST_MS = 7 * 24 * 3_600_000

const signedIn = kept<Staff>('sessions', async (cookie) => {
  const found = await auth().api.getSession({
    headers: new Headers({ cookie }),
    query: { disableRefresh: true },
  })
  if (!found || found.user.banned || Date.now() - +found.session.createdAt > LONGEST_MS) return
  const { id, email, name, role, passwordIsOneTime } = found.user
  return {
    kind: 'staff',
    id,
    email,
    name,
    role: role as Role,
    sessionId: found.session.id,
    passwordIsOneTime: passwordIsOneTime === true,
  }
})

/** Has everybody looked up anew, because a session ended or somebody's rights changed. */
export const forgetSessions = signedIn.forgetAll
