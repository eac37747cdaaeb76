import { count, duration } from '@/components/format'
import type { Module, Receipt } from '../desk-types'

/** A shorter wait is a queue, not a hold-up. */
const PARKED_MS = 50

export type Verdict =
  | 'done'
  | 'retried'
  | 'ignored'
  | 'waiting'
  | 'retrying'
  | 'parked'
  | 'dead'
  | 'discarded'

export type Reaction = Receipt & {
  module: Module
  verdict: Verdict
  /** How often it was tried, the one that went through included. */
  tries: number
  /** From the moment it was asked until it had reacted. */
  tookMs?: number
  parked?: { behind: Receipt; ms?: number }
  /** In a few words, without the module's name. */
  words: string
}

/** What became of each delivery, in words; they need each other, for one may stand in the way of the next. */
export const reactionsOf = (receipts: readonly Receipt[]): Reaction[] =>
  receipts.map((receipt) => {
    const failed = receipt.incidents.filter(({ kind }) => kind === 'FAILED' || kind === 'DEAD').length
    const tries = failed + (receipt.status === 'DONE' ? 1 : 0)
    const tookMs = receipt.finishedAt ? receipt.finishedAt.getTime() - receipt.createdAt.getTime() : undefined
    const parked = parkingOf(receipt, receipts)
    const verdict = verdictOf(receipt, failed, parked !== undefined)
    const known = { ...receipt, module: receipt.module as Module, tries, tookMs, parked, verdict }
    return { ...known, words: wordsOf(known) }
  })

/** The delivery to the same module that was to be done first, if it took its time. */
function parkingOf(receipt: Receipt, receipts: readonly Receipt[]): Reaction['parked'] {
  const until = (other: Receipt) => other.finishedAt?.getTime() ?? Number.POSITIVE_INFINITY
  const since = receipt.createdAt.getTime()
  const behind = receipts
    .filter(({ module, sequence }) => module === receipt.module && sequence < receipt.sequence)
    .filter((other) => until(other) - since >= PARKED_MS)
    .reduce<Receipt | undefined>(
      (last, other) => (last && until(last) >= until(other) ? last : other),
      undefined,
    )
  if (!behind) return undefined
  return { behind, ms: behind.finishedAt ? until(behind) - since : undefined }
}

function verdictOf({ status, ignored }: Receipt, failed: number, parked: boolean): Verdict {
  if (status === 'DEAD') return 'dead'
  if (status === 'DISCARDED') return 'discarded'
  if (status === 'PENDING') return failed > 0 ? 'retrying' : parked ? 'parked' : 'waiting'
  if (ignored !== null) return 'ignored'
  return failed > 0 ? 'retried' : 'done'
}

/** From here on the time that a reaction took is worth a word. */
const TOOK_MS = 500

function wordsOf({ verdict, tries, tookMs = 0, parked, ...receipt }: Omit<Reaction, 'words'>): string {
  const tried = count(tries, 'try', 'tries')
  const held =
    parked &&
    `parked ${parked.ms === undefined ? '' : `${duration(parked.ms)} `}behind ${parked.behind.eventType}`
  const took = tookMs >= TOOK_MS && !parked ? duration(tookMs) : undefined
  const said: Record<Verdict, (string | undefined | false)[]> = {
    done: [held, tried, took],
    retried: [held, tried, took],
    ignored: [held, `ignored: ${receipt.ignored}`],
    waiting: ['not yet'],
    retrying: [`${tried} failed, tries again`],
    parked: [held],
    dead: [held, `dead after ${tried}`],
    discarded: [`discarded by ${receipt.resolution}`],
  }
  const again = receipt.duplicates > 0 && `${count(receipt.duplicates, 'duplicate')} ignored`
  return [...said[verdict], again].filter(Boolean).join(', ')
}
