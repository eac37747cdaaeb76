import type { Credentials, Stage } from '../stage'

// What was a way in, and is none any more: each is used once while it is, so that nobody can have kept it in mind.

export const changed = (text = '') => text.slice(0, -3) + (text.at(-3) === 'A' ? 'B' : 'A') + text.slice(-2)

export const unsigned = (cookie = '') => cookie.replace(/(session_token=[^.%;]+)[^;]*/, '$1')

export async function revoked({ ask, keyFor, boss }: Stage) {
  const { keyId, key } = await keyFor(['keys:manage'])
  await ask({ method: 'GET', path: '/api/keys', headers: key })
  await ask({ method: 'DELETE', path: `/api/keys/${keyId}`, headers: boss })
  return ask({ method: 'GET', path: '/api/keys', headers: key })
}

export async function signedOut({ ask, signIn, admin }: Stage) {
  const session = await signIn(admin.email, admin.password)
  await ask({ method: 'GET', path: '/api/keys', headers: session })
  await ask({ method: 'DELETE', path: '/api/session', headers: session })
  return ask({ method: 'GET', path: '/api/keys', headers: session })
}

export async function disabled({ ask, call, memberAs, boss }: Stage) {
  const { id, session } = await memberAs('admin')
  await ask({ method: 'GET', path: '/api/keys', headers: session })
  await call('staff.disable', { id }, boss)
  return ask({ method: 'GET', path: '/api/keys', headers: session })
}

/** Whether the session goes on or is over: what somebody may is what his role may now. */
export async function demoted({ ask, call, memberAs, signIn, boss }: Stage) {
  const { id, email, password, session } = await memberAs('admin')
  const look = (headers: Credentials) => ask({ method: 'GET', path: '/api/keys', headers })
  await look(session)
  await call('staff.changeRole', { id, role: 'viewer' }, boss)
  const answer = await look(session)
  return answer.status === 401 ? look(await signIn(email, password)) : answer
}

export async function ended({ ask, call, memberAs, boss }: Stage) {
  const { id, session } = await memberAs('admin')
  await ask({ method: 'GET', path: '/api/keys', headers: session })
  await call('staff.endAllSessions', { id }, boss)
  return ask({ method: 'GET', path: '/api/keys', headers: session })
}

export async function firstPassword({ call, post, boss, memberAs }: Stage) {
  const { id, email } = await memberAs('viewer')
  const { password } = await call<{ password: string }>('staff.resetPassword', { id }, boss)
  const again = await call<{ password: string }>('staff.resetPassword', { id }, boss)
  if (again.password === password) throw new Error('The same password twice')
  return post('/api/session', { email, password })
}

export async function oldSession({ ask, call, memberAs, signIn }: Stage) {
  const { email, password, session } = await memberAs('admin')
  const other = await signIn(email, password)
  await ask({ method: 'GET', path: '/api/keys', headers: session })
  await call(
    'account.changePassword',
    { currentPassword: password, newPassword: `${password} and more` },
    other,
  )
  return ask({ method: 'GET', path: '/api/keys', headers: session })
}
