import { setTimeout as wait } from 'node:timers/promises'
import { inArray } from 'drizzle-orm'
import { followCommits } from '@/server/platform/commits'
import { db } from '@/server/platform/database/connect'
import { log } from '@/server/platform/log'
import { advance, ensureGenerations, type Generation } from './generations'
import { generations } from './tables'

/** After a commit the log is left alone for so long: an order is through by then, and a busy second is one batch. */
const REST_MS = 1_000

/** Keeps the read models up to the log until the process ends, beside whoever else does. */
export async function followLog(signal: AbortSignal): Promise<void> {
  for await (const _ of followCommits(signal)) {
    await wait(REST_MS, undefined, { signal }).catch(() => {})
    await catchUp({ signal, considerate: true }).catch((error) =>
      log.warn({ error }, 'The read models could not be brought up to date; it is tried again'),
    )
  }
}

/** A sweep is a request, which must come to an end; the next one goes on. */
const SWEEP_MS = 20_000

export const sweep = () => catchUp({ signal: AbortSignal.timeout(SWEEP_MS), considerate: true })

type CatchUp = {
  signal?: AbortSignal
  /** Rests between two batches as long as one took: whoever buys has the database half of the time at least. */
  considerate?: boolean
  onBatch?: () => Promise<void>
}

/** Takes in all that is settled, batch after batch: into those that are asked, and those that are being built beside them. */
export async function catchUp({ signal, considerate, onBatch }: CatchUp = {}): Promise<void> {
  await ensureGenerations()
  for (let more = true; more && !signal?.aborted; ) {
    more = false
    for (const those of await atOnePlace()) {
      const begun = performance.now()
      if ((await advance(those)) > 0) more = true
      await onBatch?.()
      if (considerate && more) await wait(performance.now() - begun)
    }
  }
}

/** Whoever stands at the same place in the log reads it together. */
async function atOnePlace(): Promise<Generation[][]> {
  const moving = await db()
    .select()
    .from(generations)
    .where(inArray(generations.status, ['LIVE', 'BUILDING', 'READY']))
    .orderBy(generations.model, generations.generation)
  const places = new Map<string, Generation[]>()
  for (const each of moving) {
    const place = `${each.xid}.${each.position}`
    places.set(place, [...(places.get(place) ?? []), each])
  }
  return [...places.values()]
}
