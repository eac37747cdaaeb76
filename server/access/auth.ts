import { betterAuth } from 'better-auth'
import { drizzleAdapter } from 'better-auth/adapters/drizzle'
import { admin, twoFactor } from 'better-auth/plugins'
import { newId } from '../kernel/id'
import { type Database, db } from '../platform/database/connect'
import { processWide } from '../platform/process-wide'
import { settings } from '../platform/settings'
import { authSecret } from './secret'
import { accounts, rateLimits, sessions, twoFactors, users, verifications } from './tables'

export const MIN_PASSWORD = 12
export const MAX_PASSWORD = 128

/** A session ends when it was not used for so long. */
const IDLE_S = 12 * 3_600
const RENEWED_AFTER_S = 600
/** Sign-ins from one address in a minute, and tries of a second factor. */
const TRIES = 10

/** Carries the caller's address to better-auth, which would believe what callers say of themselves. */
export const ADDRESS_HEADER = 'x-caller-address'

function make(database: Database) {
  const { appUrl, rateLimitScale } = settings()
  const tries = { window: 60, max: Math.ceil(TRIES * rateLimitScale) }
  return betterAuth({
    appName: 'Tiny Store',
    baseURL: appUrl,
    secret: authSecret(),
    database: drizzleAdapter(database as never, {
      provider: 'pg',
      schema: {
        user: users,
        session: sessions,
        account: accounts,
        verification: verifications,
        twoFactor: twoFactors,
        rateLimit: rateLimits,
      },
    }),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: MIN_PASSWORD,
      maxPasswordLength: MAX_PASSWORD,
    },
    user: {
      additionalFields: { passwordIsOneTime: { type: 'boolean', input: false, defaultValue: false } },
    },
    session: { expiresIn: IDLE_S, updateAge: RENEWED_AFTER_S },
    rateLimit: {
      enabled: true,
      storage: 'database',
      // Who looks who they are, or leaves, has tried nothing.
      customRules: {
        '/sign-in/email': tries,
        '/two-factor/*': tries,
        '/get-session': false,
        '/sign-out': false,
      },
    },
    advanced: {
      cookiePrefix: 'tiny-store',
      database: { generateId: () => newId() },
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] },
      // Nobody comes here but by our own routes, which look at where a request is from.
      disableCSRFCheck: true,
    },
    plugins: [admin({ defaultRole: 'viewer' }), twoFactor({ issuer: 'Tiny Store' })],
    // What is no refusal is no answer either: a database that is away is said to be so where all else is.
    onAPIError: { throw: true },
    telemetry: { enabled: false },
    // What fails is thrown, and said where all else is; here it would be said with session tokens in it.
    logger: { disabled: true },
  })
}

const made = processWide<{ on: Database; auth: ReturnType<typeof make> }>('auth')

/**
 * better-auth on the open database: sessions, passwords, second factors. Not to be asked inside a unit of work, for the
 * embedded database has one session.
 */
export function auth() {
  const database = db()
  const known = made.get()
  if (known?.on === database) return known.auth
  const fresh = make(database)
  made.set({ on: database, auth: fresh })
  return fresh
}
