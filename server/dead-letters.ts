import { conflict } from './kernel/errors'
import { modules } from './modules'
import { findDead } from './platform/dead-letter-queries'
import type { Key } from './platform/deliveries'
import { dryRun } from './platform/dry-run'

/** What would become of a dead letter if it were redriven now. Nothing is changed. */
export async function dryRunLetter(key: Key) {
  const letter = await findDead(key)
  if (!letter) throw conflict('It is not dead any more')
  const { reactions } = modules[key.module as keyof typeof modules] ?? { reactions: {} }
  return dryRun(letter, reactions)
}
