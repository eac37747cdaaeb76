import { sql } from 'drizzle-orm'
import { unprocessable } from '@/server/kernel/errors'
import { db } from '@/server/platform/database/connect'
import type { Place } from '@/server/platform/read-settled'
import { ensureGenerations, type Generation, type ModelName, modelNames, modelOf } from './generations'
import { readModels } from './projectors'
import type { Row, Slot } from './projectors/projector'
import { generations } from './tables'

type Span = { from: Date; to: Date; by?: Slot }

type ItemOf<Name extends ModelName> = ReturnType<(typeof readModels)[Name]['answer']>[number]

/** What a read model says of a stretch of time: from `from` on, up to and without `to`. */
export async function readModel<Name extends ModelName>(name: Name, span: Span): Promise<ItemOf<Name>[]> {
  const { grain, answer } = modelOf(name)
  const { from, to, by = grain } = span
  if (by === 'hour' && grain === 'day')
    throw unprocessable(`${name} is kept by the day`, {
      kind: 'finer-than-kept',
      errors: [{ pointer: '/by', detail: 'must be day or range: the model is kept by the day' }],
    })
  const slot =
    by === 'range'
      ? sql`${from.toISOString()}::timestamptz`
      : sql`date_trunc(${by}, at, 'UTC')`.inlineParams()
  const { rows } = (await db().execute(sql`
    select extract(epoch from ${slot})::float8 * 1000 as at, of, sum(value)::float8 as value
    from analytics.rows join analytics.generations using (model, generation)
    where model = ${name} and status = 'LIVE' and at >= ${from.toISOString()}::timestamptz
      and at < ${to.toISOString()}::timestamptz
    group by 1, 2 order by 1, 2`)) as unknown as { rows: { at: number; of: string; value: number }[] }
  return answer(rows.map((row): Row => ({ ...row, at: new Date(row.at) }))) as ItemOf<Name>[]
}

/** Further behind than this nobody counts. */
const MOST_BEHIND = 10_000

/** How each read model stands: how far behind the log, and what is being built beside it. */
export async function listReadModels() {
  await ensureGenerations()
  const all = await db().select().from(generations).orderBy(generations.model, generations.generation)
  const behind = new Map<string, Promise<Behind>>()
  const behindOf = ({ xid, position }: Place) => {
    const place = `${xid}.${position}`
    const known = behind.get(place) ?? countBehind({ xid, position })
    behind.set(place, known)
    return known
  }
  return Promise.all(
    modelNames.map(async (name) => {
      const { says, grain } = readModels[name]
      const own = all.filter(({ model }) => model === name)
      const [live] = own.filter(({ status }) => status === 'LIVE')
      const [rebuild] = own.filter(({ status }) => status !== 'LIVE')
      if (!live) throw new Error(`${name} has no live generation`)
      return {
        name,
        says,
        grain,
        live: { ...shown(live), behind: await behindOf(live) },
        rebuild: rebuild && { ...shown(rebuild), ...progressOf(rebuild, live) },
      }
    }),
  )
}

const shown = ({ generation, status, events, startedAt, readyAt, compared }: Generation) => ({
  generation,
  status,
  events,
  startedAt,
  readyAt,
  compared,
})

/** How far a rebuild is, by what the live one has seen meanwhile. */
function progressOf({ events, total, workedMs, status }: Generation, live: Pick<Generation, 'events'>) {
  const of = Math.max(total, live.events, events)
  const perSecond = workedMs > 0 ? (events / workedMs) * 1000 : null
  const left = of - events
  return { of, perSecond, leftMs: status === 'BUILDING' && perSecond ? (left / perSecond) * 1000 : null }
}

type Behind = { events: number; more: boolean; ms: number }

/** Settled or not: what was stored and is not taken in yet. */
async function countBehind({ xid, position }: Place): Promise<Behind> {
  const { rows } = (await db().execute(sql`
    select count(*)::int as events,
      coalesce(extract(epoch from clock_timestamp() - min(occurred_at)) * 1000, 0)::float8 as ms
    from (
      select occurred_at from log.events where (xid, position) > (${xid}::xid8, ${position}::bigint)
      order by xid, position limit ${MOST_BEHIND + 1}
    ) next`)) as unknown as { rows: [{ events: number; ms: number }] }
  const { events, ms } = rows[0]
  return { events: Math.min(events, MOST_BEHIND), more: events > MOST_BEHIND, ms: Math.max(0, ms) }
}
