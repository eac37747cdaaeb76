import { sql } from 'drizzle-orm'
import { bigint, boolean, index, integer, jsonb, pgSchema, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { Permission, Role } from './permissions'

export const access = pgSchema('access')

const moment = (name: string) => timestamp(name, { withTimezone: true })
const now = sql`clock_timestamp()`
const made = { createdAt: moment('created_at').default(now).notNull() }
const changed = { ...made, updatedAt: moment('updated_at').default(now).notNull() }

/** The staff. The tables up to `rateLimits` are laid out as better-auth and its plugins want them. */
export const users = access.table('users', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  email: text('email').notNull().unique(),
  emailVerified: boolean('email_verified').default(false).notNull(),
  image: text('image'),
  role: text('role').$type<Role>().default('viewer').notNull(),
  banned: boolean('banned').default(false),
  banReason: text('ban_reason'),
  banExpires: moment('ban_expires'),
  twoFactorEnabled: boolean('two_factor_enabled').default(false),
  /** The password was chosen by somebody else: it lets in once, to choose another. */
  passwordIsOneTime: boolean('password_is_one_time').default(false).notNull(),
  ...changed,
})

const userId = () =>
  text('user_id')
    .notNull()
    .references(() => users.id, { onDelete: 'cascade' })

export const sessions = access.table(
  'sessions',
  {
    id: text('id').primaryKey(),
    token: text('token').notNull().unique(),
    userId: userId(),
    expiresAt: moment('expires_at').notNull(),
    ipAddress: text('ip_address'),
    userAgent: text('user_agent'),
    impersonatedBy: text('impersonated_by'),
    ...changed,
  },
  (table) => [index('sessions_by_user').on(table.userId)],
)

/** How somebody signs in: here always by password, of which the hash is kept. */
export const accounts = access.table(
  'accounts',
  {
    id: text('id').primaryKey(),
    accountId: text('account_id').notNull(),
    providerId: text('provider_id').notNull(),
    userId: userId(),
    accessToken: text('access_token'),
    refreshToken: text('refresh_token'),
    idToken: text('id_token'),
    accessTokenExpiresAt: moment('access_token_expires_at'),
    refreshTokenExpiresAt: moment('refresh_token_expires_at'),
    scope: text('scope'),
    password: text('password'),
    ...changed,
  },
  (table) => [index('accounts_by_user').on(table.userId)],
)

/** Sign-ins that wait for their second factor. */
export const verifications = access.table(
  'verifications',
  {
    id: text('id').primaryKey(),
    identifier: text('identifier').notNull(),
    value: text('value').notNull(),
    expiresAt: moment('expires_at').notNull(),
    ...changed,
  },
  (table) => [index('verifications_by_identifier').on(table.identifier)],
)

export const twoFactors = access.table(
  'two_factors',
  {
    id: text('id').primaryKey(),
    secret: text('secret').notNull(),
    backupCodes: text('backup_codes').notNull(),
    userId: userId(),
    verified: boolean('verified').default(true),
    failedVerificationCount: integer('failed_verification_count').default(0),
    lockedUntil: moment('locked_until'),
  },
  (table) => [index('two_factors_by_secret').on(table.secret), index('two_factors_by_user').on(table.userId)],
)

/** How often who tried to sign in. */
export const rateLimits = access.table('rate_limits', {
  id: text('id').primaryKey(),
  key: text('key').notNull().unique(),
  count: integer('count').notNull(),
  lastRequest: bigint('last_request', { mode: 'number' }).notNull(),
})

/** Keys of programs. The key itself is nowhere: only who has it can say it. */
export const apiKeys = access.table('api_keys', {
  keyId: uuid('key_id').primaryKey(),
  name: text('name').notNull(),
  scopes: text('scopes').array().$type<Permission[]>().notNull(),
  sha256: text('sha256').notNull().unique(),
  createdBy: text('created_by').notNull(),
  ...made,
  /** To the minute. */
  lastUsedAt: moment('last_used_at'),
  revokedAt: moment('revoked_at'),
})

/**
 * What staff and keys changed, and who was turned away. A trigger refuses UPDATE, DELETE and TRUNCATE. It holds no customer's
 * data: ids, statuses and numbers say what was done, the log what was said.
 */
export const auditTrail = access.table(
  'audit',
  {
    position: bigint('position', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    at: moment('at').default(now).notNull(),
    whoKind: text('who_kind').$type<'staff' | 'key' | 'customer' | 'nobody'>().notNull(),
    whoId: text('who_id'),
    whoName: text('who_name'),
    action: text('action').notNull(),
    /** What it was done to, as `order/<id>`. */
    target: text('target'),
    before: jsonb('before').$type<Facts>(),
    after: jsonb('after').$type<Facts>(),
    requestId: text('request_id'),
    address: text('address'),
  },
  (table) => [
    index('audit_by_who').on(table.whoId, table.position),
    index('audit_by_action').on(table.action, table.position),
    index('audit_by_target').on(table.target, table.position),
    index('audit_by_time').on(table.at),
  ],
)

export type Facts = Record<string, unknown>
