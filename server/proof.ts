import { sql } from 'drizzle-orm'
import { modules } from './modules'
import { db, transaction } from './platform/database/connect'
import { logProofs } from './platform/log-proofs'
import { processWide } from './platform/process-wide'
import type { Proof } from './platform/proof'
import { proofs as answers } from './platform/tables'

/** Everything that must always hold, in the order of its numbers. */
export const proofs: Proof[] = [
  ...logProofs,
  ...Object.values(modules).flatMap((module) => module.proofs),
].sort((a, b) => Number(a.id.slice(1)) - Number(b.id.slice(1)))

/** Each line of the proof with its last answer, and whether this process is just asking. */
export async function listProofs() {
  const known = new Map((await db().select().from(answers)).map(({ id, ...answer }) => [id, answer]))
  return {
    running: running.get() !== undefined,
    lines: proofs.map(({ id, says, of }) => ({ id, says, of, answer: known.get(id) ?? null })),
  }
}

/** Asks all lines, one after the other: the embedded database has one session, and customers come in between. */
export async function* prove() {
  for (const { run, ...line } of proofs) {
    const begun = performance.now()
    const finding = await transaction(async (tx) => {
      // What is joined here is as large as the log: sorting it on disk, or compiling each query, would cost more than it.
      await tx.execute(sql`set local work_mem = '128MB'`)
      await tx.execute(sql`set local jit = off`)
      return run(tx)
    })
    yield { ...line, finding, tookMs: Math.round(performance.now() - begun) }
  }
}

const running = processWide<Promise<void>>('proof')

/** Asks all lines and keeps each answer as soon as it is there. Who asks meanwhile waits for the same answers. */
export async function runProofs(): Promise<void> {
  const run = running.get() ?? keepAnswers().finally(() => running.set(undefined))
  running.set(run)
  await run
}

async function keepAnswers() {
  for await (const { id, finding, tookMs } of prove()) {
    const answer = { finding, tookMs, askedAt: sql`clock_timestamp()` }
    await db()
      .insert(answers)
      .values({ id, ...answer })
      .onConflictDoUpdate({ target: answers.id, set: answer })
  }
}
