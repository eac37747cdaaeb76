import { eq, sql } from 'drizzle-orm'
import { describe, expect, it, vi } from 'vitest'
import { db } from '@/server/platform/database/connect'
import { aKey, as, screensAs } from '@/server/testing/callers'
import { api, faultsIn, problemIn } from '@/server/testing/http-client'
import { apiKeys } from './tables'

const admin = as('admin')
const withKey = (key: string) => ({ authorization: `Bearer ${key}` })

type Key = {
  keyId: string
  key: string
  scopes: string[]
  lastUsedAt: string | null
  revokedAt: string | null
}

async function make(body: object) {
  const answer = await admin<Key>('POST', '/api/keys', body)
  expect(answer.status, answer.text).toBe(201)
  return answer
}

describe('an API key', () => {
  it('is shown once, and is nowhere in the store', async () => {
    const { body, headers } = await make({ name: 'Books', scopes: ['events:read', 'orders:read'] })
    expect(body.key).toMatch(/^tsk_[\w-]{43}$/)
    expect(body.scopes).toEqual(['orders:read', 'events:read'])
    expect(headers.get('cache-control')).toBe('no-store')
    expect((await admin('GET', '/api/keys')).text).not.toContain(body.key)
    const [row] = await db().select().from(apiKeys).where(eq(apiKeys.keyId, body.keyId))
    expect(JSON.stringify(row)).not.toContain(body.key.slice(4))
  })

  it('lets in as far as its scopes reach', async () => {
    const key = await aKey(['orders:read'])
    expect((await api('GET', '/api/orders', undefined, withKey(key))).status).toBe(200)
    const refused = await api('GET', '/api/events', undefined, withKey(key))
    expect(problemIn(refused, 403)).toMatchObject({ permission: 'events:read' })
    expect(refused.headers.get('www-authenticate')).toBe(
      'Bearer error="insufficient_scope", scope="events:read"',
    )
  })

  it('makes no key that may more than itself', async () => {
    const maker = as(['keys:manage', 'orders:read'])
    const wanted = { name: 'Child', scopes: ['orders:read', 'staff:manage'] }
    expect(problemIn(await maker('POST', '/api/keys', wanted), 403).detail).toContain('staff:manage')
    await expect(
      (await screensAs(['keys:manage'])).keys.create({ name: 'Child', scopes: ['orders:read'] }),
    ).rejects.toThrow('orders:read')
    expect((await maker('POST', '/api/keys', { ...wanted, scopes: ['orders:read'] })).status).toBe(201)
  })

  it('that may read events alone finds no orders with whose they are', async () => {
    await expect((await screensAs(['events:read'])).jump({ text: 'a' })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    })
  })

  it('is refused from the moment on that it is revoked, and may be revoked twice', async () => {
    const { body } = await make({ name: 'Short', scopes: ['orders:read'] })
    const ask = () => api('GET', '/api/orders', undefined, withKey(body.key))
    expect((await ask()).status).toBe(200)
    expect((await admin('DELETE', `/api/keys/${body.keyId}`)).status).toBe(204)
    expect(problemIn(await ask(), 401).detail).toContain('revoked')
    expect((await admin('DELETE', `/api/keys/${body.keyId}`)).status).toBe(204)
    const { body: keys } = await admin<Key[]>('GET', '/api/keys')
    expect(keys.find(({ keyId }) => keyId === body.keyId)?.revokedAt).not.toBeNull()
  })

  it.each(['tsk_', 'tsk_unknown', `tsk_${'x'.repeat(43)}`, `tsk_${'x'.repeat(5_000)}`])(
    'that is none is refused even where anybody may come: %s',
    async (key) => {
      problemIn(await api('GET', '/api/inventory/products', undefined, withKey(key)), 401)
    },
  )

  it.each(['Basic dXNlcjpwYXNz', 'Bearer', 'Bearer something', 'nonsense'])(
    'is not what else is sent as Authorization: %s',
    async (authorization) => {
      expect((await api('GET', '/api/inventory/products', undefined, { authorization })).status).toBe(200)
      problemIn(await api('GET', '/api/orders', undefined, { authorization }), 401)
    },
  )

  it('counts before a session that comes with it', async () => {
    const key = withKey(await aKey(['orders:read']))
    problemIn(await admin('GET', '/api/events', undefined, key), 403)
  })

  it('notes its last use to the minute, and nobody waits for that', async () => {
    const { body } = await make({ name: 'Used', scopes: ['orders:read'] })
    const lastUse = async () => {
      const [row] = await db().select().from(apiKeys).where(eq(apiKeys.keyId, body.keyId))
      return row?.lastUsedAt
    }
    expect(await lastUse()).toBeNull()
    await api('GET', '/api/orders', undefined, withKey(body.key))
    await vi.waitFor(async () => expect(await lastUse()).not.toBeNull())
    const first = await lastUse()
    await api('GET', '/api/orders', undefined, withKey(body.key))
    await db().execute(sql`select 1`)
    expect(await lastUse()).toEqual(first)
  })

  it('is refused with every fault named', async () => {
    expect(faultsIn(await admin('POST', '/api/keys', {}))).toEqual(['/name', '/scopes'])
    expect(faultsIn(await admin('POST', '/api/keys', { name: 'X', scopes: [] }))).toEqual(['/scopes'])
    const unknown = await admin('POST', '/api/keys', { name: 'X', scopes: ['orders:all'] })
    expect(faultsIn(unknown)).toEqual(['/scopes/0'])
  })

  it('is managed by the screens likewise', async () => {
    const { keys } = await screensAs('admin')
    const made = await keys.create({ name: 'By the desk', scopes: ['proof:run'] })
    expect(made.createdBy).toBe('Admin')
    await keys.revoke({ keyId: made.keyId })
    expect((await keys.list()).find(({ keyId }) => keyId === made.keyId)?.revokedAt).toBeInstanceOf(Date)
  })
})
