import { createHmac, randomBytes } from 'node:crypto'
import type { APIRequestContext, Browser, BrowserContextOptions, Page } from '@playwright/test'
import { expect, listening, open } from './fixtures'
import { deskState, fromOurPage } from './way-in'

export type Member = { id: string; email: string; password: string }

/** Asks as the screens do. */
export async function ask<T>(request: APIRequestContext, procedure: string, input: object): Promise<T> {
  const response = await request.post(`/api/trpc/${procedure}`, {
    data: { json: input },
    headers: fromOurPage,
  })
  const { result, error } = await response.json()
  expect(error, procedure).toBeUndefined()
  return result.data.json
}

/** A browser in which nobody is signed in, whoever the test itself is. */
export const aBrowser = (browser: Browser, options: BrowserContextOptions = {}) =>
  browser.newContext({ ...options, storageState: undefined })

/** Somebody new, with the password that an admin gives. */
export async function aMember(browser: Browser, role: string): Promise<Member> {
  const admin = await browser.newContext({ storageState: deskState })
  const email = `${role}-${randomBytes(4).toString('hex')}@tiny-store.example`
  const made = await ask<Member>(admin.request, 'staff.create', { email, name: `A ${role}`, role })
  await admin.close()
  return { ...made, email }
}

export const own = 'a password of my own'

export async function giveTo(page: Page, { email, password }: Pick<Member, 'email' | 'password'>) {
  await page.getByLabel('Email').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
}

/** Comes in for the first time, and chooses a password. */
export async function begin(page: Page, member: Member) {
  await open(page, '/sign-in')
  await giveTo(page, member)
  await page.getByLabel('New password').fill(own)
  await page.getByRole('button', { name: 'Save and go on' }).click()
  await expect(page.getByRole('heading', { name: 'Overview' })).toBeVisible()
  await listening(page)
  return { ...member, password: own }
}

/** The six digits of an authenticator app (RFC 6238). */
export function codeOf(uri: string, now = Date.now()): string {
  const secret = new URL(uri).searchParams.get('secret') ?? ''
  const bits = [...secret.replaceAll('=', '')]
    .map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'))
    .join('')
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(now / 30_000)))
  const hash = createHmac('sha1', key).update(counter).digest()
  const at = (hash.at(-1) ?? 0) & 15
  return String((hash.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}
