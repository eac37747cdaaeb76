import { sql } from 'drizzle-orm'
import { db } from '../platform/database/connect'
import { poke } from '../platform/pokes'
import { takeDue } from '../platform/sweep'
import { toEndpoint } from '../platform/whose'
import { fanOut } from './fan-out'

/** What has been due for so long was not poked, or not heard, unless there is much to do. */
const GRACE_MS = 2_000
/** Of each endpoint, so that one that has much to be told does not stand before the others. */
const LIMIT_EACH = 100
/** A sweep is a request, which must come to an end; the next one goes on. */
const HANDING_OUT_MS = 20_000
/** What was sent and answered is known for so long; a few of what is older go each time. */
const KEPT = sql`interval '30 days'`
const TIDIED = 200

/** Hands out what nobody did yet, pokes what is due to endpoints and that nobody is at, and forgets old answers. */
export async function sweep(): Promise<void> {
  const until = Date.now() + HANDING_OUT_MS
  let look = await fanOut()
  while (look === 'more' && Date.now() < until) look = await fanOut()
  if (look === 'nobody') return
  const due = await takeDue(db(), {
    each: sql`webhooks.endpoints e`,
    which: sql`e.status = 'ON' and module = 'webhook:' || e.id and ${toEndpoint(sql`module`)}`,
    graceMs: GRACE_MS,
    limit: LIMIT_EACH,
  })
  poke(due.map(({ module, poke }) => ({ ...poke, to: module })))
  await db().execute(sql`
    delete from webhooks.attempts
    where id in (select id from webhooks.attempts order by id limit ${TIDIED}) and at < clock_timestamp() - ${KEPT}`)
}
