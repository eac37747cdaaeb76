import { readFileSync } from 'node:fs'
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { hashPassword } from 'better-auth/crypto'
import { sql } from 'drizzle-orm'
import { connected, db, transaction } from '../platform/database/connect'
import { processWide } from '../platform/process-wide'
import { settings } from '../platform/settings'
import { addStaff, isStaffed, randomPassword } from './staff'

const EMAIL = 'admin@tiny-store.example'
/** Any number will do, as long as it is always the same one, and not one of the migrations’. */
const LOCK = 7_462_403

const fresh = processWide<{ email: string; password: string }>('first-admin')

const file = () => join(settings().dataFolder, 'first-admin')

/** Lets somebody in where there is nobody yet: whom the environment names, or an admin with a password made here. */
export async function ensureAdmin(): Promise<void> {
  if (await isStaffed(db())) return
  const named = settings().firstAdmin
  const { email, password } = named ?? { email: EMAIL, password: randomPassword() }
  const hash = await hashPassword(password)
  const made = await transaction(async (tx) => {
    // Of processes that start at once, one makes the admin.
    await tx.execute(sql`select pg_advisory_xact_lock(${LOCK})`)
    if (await isStaffed(tx)) return
    return addStaff(tx, { email, name: 'Admin', role: 'admin', hash, passwordIsOneTime: false })
  })
  if (!made || named) return
  fresh.set({ email, password })
  if (!connected().shared) await writeFile(file(), `${email}\n${password}\n`, { mode: 0o600 })
}

/**
 * For whoever starts the shop: how to get in. The password that was made is said once, to somebody at a terminal, or where it
 * is kept nowhere else: what is logged stays.
 */
export function howToSignIn(toSomebody: boolean): string {
  const made = fresh.get()
  fresh.set(undefined)
  const { shared } = connected()
  if (made && (shared || toSomebody))
    return `as ${made.email}, password ${made.password}${shared ? '' : `, kept in ${file()}`}`
  const named = settings().firstAdmin
  if (named) return `as ${named.email}`
  const email = keptEmail()
  return email ? `as ${email}, password in ${file()}` : 'with your e-mail and password'
}

function keptEmail(): string | undefined {
  try {
    return readFileSync(file(), 'utf8').split('\n')[0]
  } catch {
    return undefined
  }
}

/** The password that was made is of no use any more once its owner has chosen another. */
export async function forgetFirstPassword(email: string) {
  if (keptEmail() === email) await rm(file(), { force: true })
}
