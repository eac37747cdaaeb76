import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { newId } from '@/server/kernel/id'
import { db, transaction } from './database/connect'
import { answerOnce, findAnswer, IdempotencyKey } from './idempotency'
import { answers } from './tables'

const request = { to: 'A. Customer', secret: true }

/** Does the work once, in a transaction of its own; counts how often it was really done. */
function counter() {
  let done = 0
  const ask = (key: string, asked: unknown = request) =>
    transaction((tx) =>
      answerOnce(tx, { key, request: asked }, async () => ({
        done: ++done,
        token: 'secret-token',
        at: new Date(0),
      })),
    )
  return { ask, done: () => done }
}

const age = (interval: string) =>
  db()
    .update(answers)
    .set({ answeredAt: sql`clock_timestamp() - ${interval}::interval` })

describe('a request with an idempotency key', () => {
  it('has its effect once, and is answered the same again', async () => {
    const { ask, done } = counter()
    const key = newId()
    const first = await ask(key)
    expect(await ask(key)).toEqual(first)
    expect(await findAnswer({ key, request })).toEqual(first)
    expect(done()).toBe(1)
  })

  it('is another request with another key', async () => {
    const { ask, done } = counter()
    await ask(newId())
    await ask(newId())
    expect(done()).toBe(2)
    expect(await findAnswer({ key: newId(), request })).toBeUndefined()
  })

  it('is refused when the key was used for something else', async () => {
    const { ask, done } = counter()
    const key = newId()
    await ask(key)
    const reused = { code: 'UNPROCESSABLE', refusal: { kind: 'idempotency-key-reused' } }
    await expect(ask(key, { ...request, secret: false })).rejects.toMatchObject(reused)
    await expect(findAnswer({ key, request: null })).rejects.toMatchObject(reused)
    expect(done()).toBe(1)
  })

  it('leaves nothing behind when it was refused, and may be asked again', async () => {
    const key = newId()
    const refused = transaction((tx) =>
      answerOnce(tx, { key, request }, async () => {
        throw new Error('not today')
      }),
    )
    await expect(refused).rejects.toThrow('not today')
    const { ask } = counter()
    expect(await ask(key, 'another body')).toMatchObject({ done: 1 })
  })

  it('keeps neither its key nor the secrets of its answer in plain text', async () => {
    const key = newId()
    await counter().ask(key)
    const stored = JSON.stringify(await db().select().from(answers))
    for (const secret of [key, 'secret-token', 'A. Customer']) expect(stored).not.toContain(secret)
  })

  it('is forgotten after 24 hours: the key is as good as new, and old rows go with new ones', async () => {
    await db().delete(answers)
    const { ask, done } = counter()
    const [key, other] = [newId(), newId()]
    await ask(key)
    await ask(other)
    await age('23 hours 59 minutes')
    await ask(key)
    expect(done()).toBe(2)

    await age('24 hours 1 minute')
    expect(await findAnswer({ key, request })).toBeUndefined()
    expect(await ask(key, 'another body')).toMatchObject({ done: 3 })
    expect(await db().$count(answers)).toBe(1)
  })
})

it.each(['k', '"8e03978e-40d5-43dd-bc93-6894a57f9324"', '!~', 'x'.repeat(255)])('takes the key %j', (key) => {
  expect(IdempotencyKey.safeParse(key).success).toBe(true)
})

it.each(['', ' ', 'a b', 'a\tb', 'a\n', 'schlüssel', '\u007f', '\u0000', 'x'.repeat(256)])(
  'does not take the key %j',
  (key) => {
    expect(IdempotencyKey.safeParse(key).success).toBe(false)
  },
)
