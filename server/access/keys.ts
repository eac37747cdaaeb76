import { createHash, randomBytes } from 'node:crypto'
import { and, desc, eq, isNull, lt, or, sql } from 'drizzle-orm'
import { z } from 'zod'
import { notFound } from '../kernel/errors'
import { isId, newId } from '../kernel/id'
import { line } from '../kernel/text'
import { db, transaction } from '../platform/database/connect'
import { audit } from './audit'
import { kept } from './kept'
import { permissions } from './permissions'
import { apiKeys } from './tables'

/** So a key is known by its looks, to people and to what scans for secrets. */
const PREFIX = 'tsk_'
const KEY = /^tsk_[\w-]{43}$/

export const NewKey = z.strictObject({
  name: line(100),
  scopes: z
    .array(z.enum(permissions, `must be one of ${permissions.join(', ')}`))
    .min(1, 'must have at least one scope')
    .transform((scopes) => permissions.filter((permission) => scopes.includes(permission))),
})

export const KeyView = z
  .object({
    keyId: z.uuid(),
    name: z.string(),
    scopes: z.array(z.enum(permissions)),
    createdBy: z.string(),
    createdAt: z.date(),
    lastUsedAt: z.date().nullable().describe('To the minute.'),
    revokedAt: z.date().nullable(),
  })
  .meta({ id: 'Key' })

export const MadeKey = KeyView.extend({ key: z.string().describe('It is shown this once.') }).meta({
  id: 'MadeKey',
})

const { sha256: _, ...columns } = {
  keyId: apiKeys.keyId,
  name: apiKeys.name,
  scopes: apiKeys.scopes,
  sha256: apiKeys.sha256,
  createdBy: apiKeys.createdBy,
  createdAt: apiKeys.createdAt,
  lastUsedAt: apiKeys.lastUsedAt,
  revokedAt: apiKeys.revokedAt,
}

/** All keys, the newest first, those revoked too. */
export const listKeys = () => db().select(columns).from(apiKeys).orderBy(desc(apiKeys.keyId))

/** Makes a key. What is answered as `key` is shown this once. */
export async function createKey({ name, scopes }: z.infer<typeof NewKey>, createdBy: string) {
  const key = `${PREFIX}${randomBytes(32).toString('base64url')}`
  const keyId = newId()
  const [made] = await transaction(async (tx) => {
    await audit('keys.create', { target: `key/${keyId}`, after: { name, scopes } })(tx).execute()
    return tx
      .insert(apiKeys)
      .values({ keyId, name, scopes, sha256: digest(key), createdBy })
      .returning(columns)
  })
  if (!made) throw new Error('The key was not stored')
  return { ...made, key }
}

/** Ends a key, here at once and in other processes when they ask again. */
export async function revokeKey(keyId: string) {
  const [revoked] = isId(keyId)
    ? await transaction(async (tx) => {
        const ended = await tx
          .update(apiKeys)
          .set({ revokedAt: sql`coalesce(${apiKeys.revokedAt}, clock_timestamp())` })
          .where(eq(apiKeys.keyId, keyId))
          .returning({ ...columns, sha256: apiKeys.sha256 })
        if (ended.length > 0) await audit('keys.revoke', { target: `key/${keyId}` })(tx).execute()
        return ended
      })
    : []
  if (!revoked) throw notFound('Key', keyId)
  const { sha256, ...key } = revoked
  known.forget(sha256)
  return key
}

export const isKey = (token: string) => token.startsWith(PREFIX)

/** Who has this key, unless it is none or no longer one. What cannot be one is not asked for. */
export async function holderOf(key: string) {
  return KEY.test(key) ? known.get(digest(key)) : undefined
}

const known = kept('api-keys', async (sha256) => {
  const [key] = await db()
    .select({ id: apiKeys.keyId, name: apiKeys.name, scopes: apiKeys.scopes })
    .from(apiKeys)
    .where(and(eq(apiKeys.sha256, sha256), isNull(apiKeys.revokedAt)))
  if (!key) return
  noteUse(key.id)
  return { kind: 'key' as const, ...key }
})

/** Nobody waits for it, and whether it went well is nobody's concern: the next use says it again. */
function noteUse(keyId: string) {
  const aMinuteAgo = sql`clock_timestamp() - interval '1 minute'`
  db()
    .update(apiKeys)
    .set({ lastUsedAt: sql`clock_timestamp()` })
    .where(and(eq(apiKeys.keyId, keyId), or(isNull(apiKeys.lastUsedAt), lt(apiKeys.lastUsedAt, aMinuteAgo))))
    .execute()
    .catch(() => {})
}

const digest = (key: string) => createHash('sha256').update(key).digest('hex')
