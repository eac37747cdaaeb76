import { expect } from 'vitest'
import { contextOf } from '@/server/access/context-of'
import { type Permission, permissions, type Role } from '@/server/access/permissions'
import { newId } from '@/server/kernel/id'
import { processWide } from '@/server/platform/process-wide'
import { settings } from '@/server/platform/settings'
import { appRouter } from '@/server/trpc/router'
import { api } from './http-client'

/** Nobody known, somebody of the staff, or a program whose key has these scopes. */
export type Who = 'nobody' | Role | readonly Permission[]

/** Calls the API as somebody who got in the way that all get in. */
export function as(who: Who): typeof api {
  return async (method, path, body, headers = {}) =>
    api(method, path, body, { ...(await credentialsOf(who)), ...headers })
}

/** Asks what the screens ask, likewise. */
export const screensAs = async (who: Who) => screensWith(await credentialsOf(who))

export async function screensWith(credentials: Record<string, string>) {
  const headers = new Headers(credentials)
  return appRouter.createCaller({ ...(await contextOf(headers)), headers })
}

const shared = processWide<Map<string, Promise<Record<string, string>>>>('testing.credentials')
const known = shared.get() ?? new Map<string, Promise<Record<string, string>>>()
shared.set(known)

/** The headers that say who calls. Whoever is not there yet is made. */
export function credentialsOf(who: Who): Promise<Record<string, string>> {
  const name = String(who)
  const credentials = known.get(name) ?? make(who)
  known.set(name, credentials)
  return credentials
}

async function make(who: Who): Promise<Record<string, string>> {
  if (who === 'nobody') return {}
  if (typeof who === 'object') return { authorization: `Bearer ${await aKey(who)}` }
  const { email = '', password = '' } = settings().firstAdmin ?? {}
  return who === 'admin' ? signIn(email, password) : (await aMember(who)).credentials
}

/** A key of the test's own. */
export async function aKey(scopes: readonly Permission[] = permissions): Promise<string> {
  const { status, body, text } = await as('admin')<{ key: string }>('POST', '/api/keys', {
    name: 'Test',
    scopes,
  })
  expect(status, text).toBe(201)
  return body.key
}

/** Somebody of the staff who is the test's own, with the first password replaced. */
export async function aMember(role: Role) {
  const email = `${role}-${newId()}@tiny-store.example`
  const { id, password: first } = await (await screensAs('admin')).staff.create({ email, name: role, role })
  const password = 'a password of my own'
  const screens = await screensWith(await signIn(email, first))
  await screens.account.changePassword({ currentPassword: first, newPassword: password })
  return { id, email, password, credentials: await signIn(email, password) }
}

/** Signs in, and answers the cookies. */
export async function signIn(email: string, password: string): Promise<Record<string, string>> {
  const { status, text, headers } = await api('POST', '/api/session', { email, password })
  expect(status, text).toBe(200)
  return { cookie: cookiesIn(headers) }
}

export const cookiesIn = (headers: Headers) =>
  headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')
