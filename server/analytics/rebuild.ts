import { and, eq, ne, sql } from 'drizzle-orm'
import { audit } from '@/server/access/audit'
import { conflict } from '@/server/kernel/errors'
import { wakeFollowers } from '@/server/platform/commits'
import { type Database, db, transaction } from '@/server/platform/database/connect'
import { advanceIn, ensureGenerations, type Generation, modelOf } from './generations'
import { type Comparison, type GenerationStatus, generations, notes, rows } from './tables'

const target = (model: string) => `read-model/${model}`

/** Begins to build the model anew, beside the one that is asked. Whichever process follows the log goes on with it. */
export async function beginRebuild(model: string): Promise<Generation> {
  modelOf(model)
  await ensureGenerations()
  const begun = await transaction(async (tx) => {
    const [live] = await locked(tx, model, true)
    if (!live) throw conflict(`${model} has no live generation`)
    const next = { model, generation: live.generation + 1, status: 'BUILDING' as const, total: live.events }
    const [added] = await tx.insert(generations).values(next).onConflictDoNothing().returning()
    if (!added)
      throw conflict(`${model} is being rebuilt already: wait for it, or cancel it`, {
        kind: 'rebuild-under-way',
      })
    await audit('analytics.rebuild', { target: target(model), after: { generation: added.generation } })(
      tx,
    ).execute()
    return added
  })
  wakeFollowers()
  return begun
}

const steps = {
  pause: { from: 'BUILDING', to: 'PAUSED' },
  resume: { from: 'PAUSED', to: 'BUILDING' },
} as const

/** Pauses a rebuild or lets it go on. Its cursor stands in the database, so nothing of it is lost meanwhile. */
export async function moveRebuild(model: string, step: keyof typeof steps): Promise<void> {
  const { from, to } = steps[step]
  await transaction(async (tx) => {
    const { generation } = await beside(tx, model, [from], step)
    await tx
      .update(generations)
      .set({ status: to })
      .where(and(eq(generations.model, model), eq(generations.generation, generation)))
    const what = { target: target(model), before: { status: from }, after: { status: to } }
    await audit(`analytics.${step}`, what)(tx).execute()
  })
  wakeFollowers()
}

/** Gives a rebuild up, whatever it came to. */
export async function cancelRebuild(model: string): Promise<void> {
  await transaction(async (tx) => {
    const rebuilt = await beside(tx, model, ['BUILDING', 'PAUSED', 'READY'], 'cancel')
    await remove(tx, rebuilt)
    const { generation, status } = rebuilt
    await audit('analytics.cancel', { target: target(model), before: { generation, status } })(tx).execute()
  })
}

/** Holds what is asked against what was built beside it, at the same place of the log, row for row. */
export async function compareRebuild(model: string): Promise<Comparison> {
  return transaction(async (tx) => {
    const { rebuilt, compared } = await compareIn(tx, model, 'compare')
    await tx
      .update(generations)
      .set({ compared })
      .where(and(eq(generations.model, model), eq(generations.generation, rebuilt.generation)))
    return compared
  })
}

/** From here on the rebuilt one is asked, and the one before is gone: in one transaction, with what was different. */
export async function swapRebuild(model: string): Promise<Comparison> {
  return transaction(async (tx) => {
    const { live, rebuilt, compared } = await compareIn(tx, model, 'swap')
    await remove(tx, live)
    await tx
      .update(generations)
      .set({ status: 'LIVE', compared })
      .where(and(eq(generations.model, model), eq(generations.generation, rebuilt.generation)))
    await audit('analytics.swap', {
      target: target(model),
      before: { generation: live.generation },
      after: { generation: rebuilt.generation, different: compared.different },
    })(tx).execute()
    return compared
  })
}

async function compareIn(tx: Database, model: string, step: string) {
  const rebuilt = await beside(tx, model, ['READY'], step)
  const [live] = await locked(tx, model, true)
  if (!live) throw conflict(`${model} has no live generation`)
  // Both are led to one horizon: both have followed the log, so this is not far.
  const before = await horizon(tx)
  for (const { generation } of [live, rebuilt]) {
    for (;;) {
      const [at] = await tx
        .select()
        .from(generations)
        .where(and(eq(generations.model, model), eq(generations.generation, generation)))
      if (!at || (await advanceIn(tx, [at], before)) === 0) break
    }
  }
  return { live, rebuilt, compared: await difference(tx, live, rebuilt) }
}

const SHOWN = 20

async function difference(tx: Database, live: Generation, rebuilt: Generation): Promise<Comparison> {
  const of = ({ model, generation }: Generation) => sql`
    select at::text as at, of, value::text as value from analytics.rows
    where model = ${model} and generation = ${generation}
    union all
    select '' as at, 'note of ' || lane, note::text from analytics.notes
    where model = ${model} and generation = ${generation}`
  const { rows: found } = (await tx.execute(sql`
    with both_of as (
      select at, of, live.value as live, rebuilt.value as rebuilt
      from (${of(live)}) live full join (${of(rebuilt)}) rebuilt using (at, of)
    ), different as (select * from both_of where live is distinct from rebuilt)
    select (select count(*)::int from both_of) as rows, (select count(*)::int from different) as different,
      coalesce((select jsonb_agg(first order by at, of) from
        (select * from different order by at, of limit ${SHOWN}) first), '[]') as first
  `)) as unknown as { rows: [Omit<Comparison, 'at'>] }
  return { at: new Date().toISOString(), ...found[0] }
}

async function horizon(tx: Database): Promise<string> {
  const { rows } = (await tx.execute(sql`
    select pg_snapshot_xmin(pg_current_snapshot())::text as xid`)) as unknown as { rows: [{ xid: string }] }
  return rows[0].xid
}

/** Locks a generation of the model for what is decided about it. A batch that is under way is waited for. */
const locked = (tx: Database, model: string, live: boolean) =>
  tx
    .select()
    .from(generations)
    .where(and(eq(generations.model, model), (live ? eq : ne)(generations.status, 'LIVE')))
    .for('update')

async function beside(
  tx: Database,
  model: string,
  allowed: GenerationStatus[],
  step: string,
): Promise<Generation> {
  modelOf(model)
  const [rebuilt] = await locked(tx, model, false)
  if (!rebuilt)
    throw conflict(`${model} is not being rebuilt: there is nothing to ${step}`, { kind: 'no-rebuild' })
  if (!allowed.includes(rebuilt.status))
    throw conflict(`The rebuild of ${model} is ${rebuilt.status}, so there is nothing to ${step}`, {
      kind: 'rebuild-not-so-far',
      extra: { rebuildStatus: rebuilt.status },
    })
  return rebuilt
}

async function remove(tx: Database, { model, generation }: Generation) {
  for (const table of [rows, notes, generations])
    await tx.delete(table).where(and(eq(table.model, model), eq(table.generation, generation)))
}

/** The rebuild that there is beside the model, if any. */
export async function findRebuild(model: string): Promise<Generation | undefined> {
  const [rebuilt] = await db()
    .select()
    .from(generations)
    .where(and(eq(generations.model, model), ne(generations.status, 'LIVE')))
  return rebuilt
}
