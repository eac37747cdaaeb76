import { and, eq, inArray, or, sql } from 'drizzle-orm'
import type { EventType } from '@/server/events'
import { notFound } from '@/server/kernel/errors'
import { type Database, db, transaction } from '@/server/platform/database/connect'
import { type Place, readSettled } from '@/server/platform/read-settled'
import { type Folded, fold } from './fold'
import { readModels } from './projectors'
import type { ReadModel } from './projectors/projector'
import { generations, notes } from './tables'

export type ModelName = keyof typeof readModels
export const modelNames = Object.keys(readModels) as [ModelName, ...ModelName[]]

export type Generation = typeof generations.$inferSelect

/** So many events at once: what a batch holds in memory, and how long others may wait for what it has locked. */
const BATCH = 2_000

export const isModel = (name: string): name is ModelName => Object.hasOwn(readModels, name)

/** The name as one of those there are. Throws when there is no such model. */
export function knownModel(name: string): ModelName {
  if (!isModel(name)) throw notFound('Read model', name)
  return name
}

export const modelOf = (name: string): ReadModel => readModels[knownModel(name)]

/** Each model has a generation that is asked, from its first start on. */
export async function ensureGenerations(): Promise<void> {
  await db()
    .insert(generations)
    .values(modelNames.map((model) => ({ model, generation: 1, status: 'LIVE' as const })))
    .onConflictDoNothing()
}

/**
 * Takes the next batch of the log into these generations, which stand at the same place: what it comes to and the cursors are
 * one transaction. Whose row another process has locked is left to that. Answers how many events were passed.
 */
export async function advance(those: Generation[], before?: string): Promise<number> {
  return transaction((tx) => advanceIn(tx, those, before))
}

/** The same in a transaction of the caller's, who may have locked them. */
export async function advanceIn(tx: Database, those: Generation[], before?: string): Promise<number> {
  const begun = performance.now()
  const [first] = those
  if (!first) return 0
  const ours = await lock(tx, those, first)
  if (ours.length === 0) return 0
  const types = [...new Set(ours.flatMap(({ model }) => Object.keys(modelOf(model).on) as EventType[]))]
  const batch = await readSettled(tx, { after: first, types, limit: BATCH, before })
  const known = await notesOf(tx, ours, [...new Set(batch.events.map(({ lane }) => lane))])
  const folded = ours.map((each) => {
    const own = known.get(nameOf(each)) ?? new Map()
    return { ...each, ...fold(modelOf(each.model), batch.events, own) }
  })
  const caughtUp = batch.passed < BATCH
  await Promise.all([
    addRows(tx, folded),
    keepNotes(tx, folded),
    dropNotes(tx, folded),
    move(tx, ours, { passed: batch.passed, last: batch.last, caughtUp, tookMs: performance.now() - begun }),
  ])
  return batch.passed
}

/** Of the table, what belongs to these generations. */
const these = (those: Generation[], table: typeof generations | typeof notes = generations) =>
  or(...those.map(({ model, generation }) => and(eq(table.model, model), eq(table.generation, generation))))

/** Those that nobody else is just at, and that still stand where they were seen. */
const lock = (tx: Database, those: Generation[], { xid, position }: Place) =>
  tx
    .select()
    .from(generations)
    .where(
      and(
        these(those),
        inArray(generations.status, ['LIVE', 'BUILDING', 'READY']),
        eq(generations.xid, xid),
        eq(generations.position, position),
      ),
    )
    .orderBy(generations.model, generations.generation)
    .for('update', { skipLocked: true })

const nameOf = ({ model, generation }: Pick<Generation, 'model' | 'generation'>) => `${model} ${generation}`

/** What each noted of these lanes: a generation knows its own notes only, for those of another may be wrong. */
async function notesOf(tx: Database, those: Generation[], lanes: string[]) {
  const found = new Map<string, Map<string, unknown>>()
  if (lanes.length === 0) return found
  const kept = await tx
    .select()
    .from(notes)
    .where(and(these(those, notes), eq(notes.lane, sql`any(${sql.param(lanes)}::text[])`)))
  for (const { lane, note, ...of } of kept) {
    const own = found.get(nameOf(of)) ?? new Map<string, unknown>()
    found.set(nameOf(of), own.set(lane, note))
  }
  return found
}

type Advanced = (Generation & Folded)[]

function addRows(tx: Database, folded: Advanced) {
  const added = folded.flatMap(({ model, generation, add }) =>
    add.map(({ at, of, by }) => ({ model, generation, at, of, value: by })),
  )
  if (added.length === 0) return
  return tx.execute(sql`
    insert into analytics.rows as kept (model, generation, at, of, value)
    select model, generation, at, of, value
    from jsonb_to_recordset(${JSON.stringify(added)}::jsonb) as added (model text, generation int, at timestamptz, of text, value bigint)
    order by model, generation, at, of
    on conflict (model, generation, at, of) do update set value = kept.value + excluded.value`)
}

const notesIn = (folded: Advanced, wanted: (note: unknown) => boolean) =>
  folded.flatMap(({ model, generation, notes }) =>
    [...notes].filter(([, note]) => wanted(note)).map(([lane, note]) => ({ model, generation, lane, note })),
  )

function keepNotes(tx: Database, folded: Advanced) {
  const kept = notesIn(folded, (note) => note !== null)
  if (kept.length === 0) return
  return tx.execute(sql`
    insert into analytics.notes (model, generation, lane, note)
    select model, generation, lane, note
    from jsonb_to_recordset(${JSON.stringify(kept)}::jsonb) as kept (model text, generation int, lane text, note jsonb)
    order by model, generation, lane
    on conflict (model, generation, lane) do update set note = excluded.note`)
}

function dropNotes(tx: Database, folded: Advanced) {
  const over = notesIn(folded, (note) => note === null)
  if (over.length === 0) return
  return tx.execute(sql`
    delete from analytics.notes kept
    using jsonb_to_recordset(${JSON.stringify(over)}::jsonb) as over (model text, generation int, lane text)
    where kept.model = over.model and kept.generation = over.generation and kept.lane = over.lane`)
}

type Moved = { passed: number; last: Place; caughtUp: boolean; tookMs: number }

async function move(tx: Database, those: Generation[], { passed, last, caughtUp, tookMs }: Moved) {
  const ready = caughtUp && those.some(({ status }) => status === 'BUILDING')
  if (passed === 0 && !ready) return
  await tx
    .update(generations)
    .set({
      xid: last.xid,
      position: last.position,
      events: sql`${generations.events} + ${passed}`,
      workedMs: sql`${generations.workedMs} + case when ${generations.readyAt} is null then ${Math.ceil(tookMs)} else 0 end`,
      ...(caughtUp && {
        status: sql`case ${generations.status} when 'BUILDING' then 'READY' else ${generations.status} end`,
        readyAt: sql`coalesce(${generations.readyAt}, clock_timestamp())`,
      }),
    })
    .where(these(those))
}
