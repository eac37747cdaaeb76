import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { newId } from '@/server/kernel/id'
import { db } from '@/server/platform/database/connect'
import { processWide } from '@/server/platform/process-wide'
import { settings } from '@/server/platform/settings'
import { aMember, cookiesIn, screensAs, screensWith, signIn } from '@/server/testing/callers'
import { api, problemIn } from '@/server/testing/http-client'
import { accounts, rateLimits, sessions, users } from './tables'

const session = (credentials: Record<string, string>) => api('GET', '/api/session', undefined, credentials)
const aMail = () => `${newId()}@tiny-store.example`

describe('somebody of the staff', () => {
  it('is who they say, and may what the role may', async () => {
    const { email, credentials } = await aMember('operator')
    const { status, body } = await session(credentials)
    expect(status).toBe(200)
    expect(body).toMatchObject({ email, role: 'operator', passwordIsOneTime: false })
    expect(body.permissions).toContain('orders:write')
    expect(body).not.toHaveProperty('token')
  })

  it('is not made twice, whatever the case of the letters', async () => {
    const { staff } = await screensAs('admin')
    const email = aMail()
    await staff.create({ email, name: 'One', role: 'viewer' })
    const twice = staff.create({ email: email.toUpperCase(), name: 'Two', role: 'viewer' })
    await expect(twice).rejects.toMatchObject({ code: 'CONFLICT' })
  })

  it('has a password that is kept as a hash alone', async () => {
    const { id, password } = await aMember('viewer')
    const [account] = await db().select().from(accounts).where(eq(accounts.userId, id))
    expect(account?.password).toBeTruthy()
    expect(account?.password).not.toContain(password)
  })

  it('may nothing with a password that lets in once, but choose another', async () => {
    const email = aMail()
    const { staff } = await screensAs('admin')
    const { password } = await staff.create({ email, name: 'New', role: 'admin' })
    const credentials = await signIn(email, password)
    const refused = await api('GET', '/api/orders', undefined, credentials)
    expect(problemIn(refused, 403).detail).toContain('password of your own')
    const { account } = await screensWith(credentials)
    await expect(
      account.changePassword({ currentPassword: 'another one', newPassword: 'a password of my own' }),
    ).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    await expect(
      account.changePassword({ currentPassword: password, newPassword: password }),
    ).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    await account.changePassword({ currentPassword: password, newPassword: 'a password of my own' })
    expect((await api('POST', '/api/session', { email, password })).status).toBe(401)
    const anew = await signIn(email, 'a password of my own')
    expect((await api('GET', '/api/orders', undefined, anew)).status).toBe(200)
  })

  it('is out everywhere else when the password is changed', async () => {
    const { email, password, credentials } = await aMember('viewer')
    const elsewhere = await signIn(email, password)
    const { account } = await screensWith(credentials)
    await account.changePassword({ currentPassword: password, newPassword: 'quite another password' })
    expect((await session(elsewhere)).status).toBe(401)
  })

  it('has another role from the next request on', async () => {
    const { id, credentials } = await aMember('viewer')
    const post = () => api('POST', `/api/shipments/${newId()}/dispatch`, undefined, credentials)
    problemIn(await post(), 403)
    await (await screensAs('admin')).staff.changeRole({ id, role: 'operator' })
    problemIn(await post(), 404)
  })

  it('is out at once when disabled, and in again when enabled', async () => {
    const { id, email, password, credentials } = await aMember('viewer')
    const { staff } = await screensAs('admin')
    await staff.disable({ id })
    expect((await session(credentials)).status).toBe(401)
    const refused = await api('POST', '/api/session', { email, password })
    expect(problemIn(refused, 403).detail).toContain('disabled')
    await staff.enable({ id })
    expect((await session(await signIn(email, password))).status).toBe(200)
  })

  it('gets a new password from an admin, and the old one and all sessions are over', async () => {
    const { id, email, password, credentials } = await aMember('viewer')
    const { password: given } = await (await screensAs('admin')).staff.resetPassword({ id })
    expect((await session(credentials)).status).toBe(401)
    expect((await api('POST', '/api/session', { email, password })).status).toBe(401)
    expect((await session(await signIn(email, given))).body).toMatchObject({ passwordIsOneTime: true })
  })

  it('sees where they are signed in, and ends what they do not know', async () => {
    const { email, password, credentials } = await aMember('viewer')
    const elsewhere = await signIn(email, password)
    const { account } = await screensWith(credentials)
    const all = await account.sessions()
    expect(all.filter(({ current }) => current)).toHaveLength(1)
    const other = all.find(({ current }) => !current)
    await account.endSession({ sessionId: other?.sessionId ?? '' })
    expect((await session(elsewhere)).status).toBe(401)
    expect((await session(credentials)).status).toBe(200)
    await expect(account.endSession({ sessionId: 'none' })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  it('ends nobody else’s session', async () => {
    const [one, two] = [await aMember('viewer'), await aMember('viewer')]
    const [theirs] = await (await screensWith(two.credentials)).account.sessions()
    const { account } = await screensWith(one.credentials)
    const tried = account.endSession({ sessionId: theirs?.sessionId ?? '' })
    await expect(tried).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect((await session(two.credentials)).status).toBe(200)
  })

  it('stands in the list, without a secret', async () => {
    const { id, email } = await aMember('viewer')
    const all = await (await screensAs('admin')).staff.list()
    const listed = all.find((each) => each.id === id)
    expect(listed).toMatchObject({ email, role: 'viewer', disabled: false, secondFactor: false })
    expect(listed?.sessions).toBeGreaterThan(0)
    expect(listed?.lastSeenAt).toBeInstanceOf(Date)
    expect(Object.keys(listed ?? {})).not.toContain('password')
  })
})

describe('the last admin', () => {
  const lastly = async () => {
    const admins = await db().select({ id: users.id }).from(users).where(eq(users.role, 'admin'))
    const { staff } = await screensAs('admin')
    const me = (await (await screensAs('admin')).account.me()).id
    for (const { id } of admins) if (id !== me) await staff.changeRole({ id, role: 'viewer' })
    return { staff, me }
  }

  it('stays one, and stays in', async () => {
    const { staff, me } = await lastly()
    await expect(staff.changeRole({ id: me, role: 'operator' })).rejects.toMatchObject({ code: 'CONFLICT' })
    await expect(staff.disable({ id: me })).rejects.toMatchObject({ code: 'CONFLICT' })
    await staff.changeRole({ id: me, role: 'admin' })
  })

  it('is one of two who step back at once', async () => {
    const { staff, me } = await lastly()
    const { id } = await aMember('admin')
    const back = [me, id].map((each) => staff.changeRole({ id: each, role: 'operator' }))
    const done = await Promise.allSettled(back)
    // Whoever was first may have been the one who asks; somebody is an admin still.
    expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const admins = await db().select({ id: users.id }).from(users).where(eq(users.role, 'admin'))
    expect(admins).toHaveLength(1)
    await db().update(users).set({ role: 'admin' }).where(eq(users.id, me))
  })
})

describe('a session', () => {
  it('ends with a signing out, whoever has the cookie', async () => {
    const { credentials } = await aMember('viewer')
    expect((await session(credentials)).status).toBe(200)
    const out = await api('DELETE', '/api/session', undefined, credentials)
    expect(out.status).toBe(204)
    expect(out.headers.getSetCookie().join()).toContain('Max-Age=0')
    expect((await session(credentials)).status).toBe(401)
  })

  it('is none with a cookie that was changed', async () => {
    const { credentials } = await aMember('viewer')
    for (const change of [
      (cookie: string) => cookie.replace(/=(.)/, (_, letter) => `=${letter === 'a' ? 'b' : 'a'}`),
      (cookie: string) => cookie.replace(/\.[^.]*$/, ''),
      (cookie: string) => cookie.replace(/\.[^.;]*$/, '.AAAA'),
    ])
      expect((await session({ cookie: change(credentials.cookie ?? '') })).status).toBe(401)
  })

  it('ends when it was not used for twelve hours, and after a week in any case', async () => {
    const { id, email, password } = await aMember('viewer')
    const idle = await signIn(email, password)
    const past = new Date(Date.now() - 1_000)
    await db().update(sessions).set({ expiresAt: past }).where(eq(sessions.userId, id))
    expect((await session(idle)).status).toBe(401)

    const long = await signIn(email, password)
    const eightDaysAgo = new Date(Date.now() - 8 * 24 * 3_600_000)
    await db().update(sessions).set({ createdAt: eightDaysAgo }).where(eq(sessions.userId, id))
    expect((await session(long)).status).toBe(401)
  })

  it('goes on for as long as somebody looks', async () => {
    const { id, credentials } = await aMember('viewer')
    const soon = new Date(Date.now() + 3_600_000)
    await db().update(sessions).set({ expiresAt: soon }).where(eq(sessions.userId, id))
    const { status, headers } = await session(credentials)
    expect(status).toBe(200)
    expect(cookiesIn(headers)).toContain('session_token')
    expect(headers.getSetCookie().join()).toContain('Max-Age=43200')
    const rows = await db().select().from(sessions).where(eq(sessions.userId, id))
    const later = rows.filter(({ expiresAt }) => expiresAt.getTime() > Date.now() + 11 * 3_600_000)
    expect(later).toHaveLength(1)
  })
})

describe('signing in', () => {
  const made = processWide('auth')
  const wrong = (address: string) =>
    api(
      'POST',
      '/api/session',
      { email: aMail(), password: 'a guess or another' },
      { 'x-forwarded-for': address },
    )

  beforeEach(() => {
    Object.assign(settings(), { rateLimitScale: 1, trustedHops: 1 })
    made.set(undefined)
  })
  afterEach(async () => {
    Object.assign(settings(), { rateLimitScale: 1_000, trustedHops: 0 })
    made.set(undefined)
    await db().delete(rateLimits)
  })

  it('is refused for a while after ten tries in a minute, and elsewhere it is not', async () => {
    for (let tries = 0; tries < 10; tries++) problemIn(await wrong('192.0.2.1'), 401)
    const answer = await wrong('192.0.2.1')
    const problem = problemIn(answer, 429)
    expect(problem.detail).toMatch(/Try again in \d+ seconds/)
    expect(answer.headers.get('retry-after')).toBe(String(problem.retryAfter))
    expect(Number(problem.retryAfter)).toBeLessThanOrEqual(60)
    problemIn(await wrong('192.0.2.2'), 401)
  })

  it('says the same of an address that is not known and of a wrong password', async () => {
    const { email } = await aMember('viewer')
    const known = await api('POST', '/api/session', { email, password: 'a guess or another' })
    const { requestId: _, ...same } = problemIn(known, 401)
    expect(problemIn(await wrong('192.0.2.3'), 401)).toMatchObject(same)
  })

  it('is closed to those whom no admin made', async () => {
    expect((await api('POST', '/api/auth/sign-up/email', {})).status).toBe(404)
    expect((await api('POST', '/api/auth/admin/create-user', {})).status).toBe(404)
  })
})
