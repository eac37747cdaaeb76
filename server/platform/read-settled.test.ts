import { sql } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { newId } from '../kernel/id'
import { asOwner } from './database/app-role'
import { db, transaction } from './database/connect'
import { refuseForeignLog } from './read-settled'

const undone = new Error('undone')

/** The log as it is with an event of this transaction. */
const withEventOf = (xid: string) =>
  transaction(async (tx) => {
    await asOwner(tx)
    await tx.execute(sql`
      insert into log.events (event_id, xid, event_type, aggregate_type, aggregate_id, lane, sequence, occurred_at, payload,
        version, correlation_id)
      values (${newId()}, ${xid}::xid8, 'StockAdjusted', 'Product', 'x', 'x', 1, now(), '{}', 1, 'x')`)
    await refuseForeignLog(tx)
    throw undone
  })

it('a log is opened by the Postgres that wrote it', async () => {
  await expect(refuseForeignLog(db())).resolves.toBeUndefined()
  await expect(withEventOf('1')).rejects.toBe(undone)
})

it('a log that is ahead of this Postgres was restored from another one, and is not opened', async () => {
  await expect(withEventOf('1000000000000')).rejects.toThrow('restored from another')
})
