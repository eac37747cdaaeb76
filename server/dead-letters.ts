import { audit } from './access/audit'
import { conflict } from './kernel/errors'
import { modules } from './modules'
import { findDead } from './platform/dead-letter-queries'
import { discard, redrive } from './platform/dead-letters'
import type { Key } from './platform/deliveries'
import { dryRun } from './platform/dry-run'

/** What would become of a dead letter if it were redriven now. Nothing is changed. */
export async function dryRunLetter(key: Key) {
  const letter = await findDead(key)
  if (!letter) throw conflict('It is not dead any more')
  const { reactions } = modules[key.module as keyof typeof modules] ?? { reactions: {} }
  return dryRun(letter, reactions)
}

export const redriveLetter = (key: Key, by: string) =>
  redrive(key, by, decided('dead-letters.redrive', key, 'PENDING'))

export const discardLetter = (key: Key, by: string, why: string) =>
  discard(key, by, why, decided('dead-letters.discard', key, 'DISCARDED'))

const decided = (action: string, { eventId, module }: Key, status: string) =>
  audit(action, { target: `delivery/${eventId}/${module}`, before: { status: 'DEAD' }, after: { status } })
