import { Check, type LucideIcon, Minus, RotateCw, Trash2, X } from 'lucide-react'
import type { Letter } from './questions'
import type { Outcome, Result } from './use-work'

export type Verdict = { kind: 'good' | 'idle' | 'bad' | 'waiting'; word: string; why: string }

const looks: Record<Verdict['kind'], { Icon: LucideIcon; colour: string; fill: string }> = {
  good: { Icon: Check, colour: 'text-st-shipped', fill: 'bg-st-shipped-solid' },
  idle: { Icon: Minus, colour: 'text-ink-2', fill: 'bg-st-pending-solid' },
  bad: { Icon: X, colour: 'text-st-failed', fill: 'bg-st-failed-solid' },
  waiting: { Icon: RotateCw, colour: 'text-st-cancelled', fill: 'bg-st-cancelled-solid' },
}

export const fillOf = (kind: Verdict['kind']) => looks[kind].fill

export function VerdictWord({ kind, word }: Pick<Verdict, 'kind' | 'word'>) {
  const { Icon, colour } = word === 'discarded' ? { Icon: Trash2, colour: 'text-ink-2' } : looks[kind]
  return (
    <span className={`inline-flex items-center gap-1.5 font-medium ${colour}`}>
      <Icon aria-hidden className="size-3.5 flex-none" strokeWidth={2} />
      {word}
    </span>
  )
}

/** What came of a letter, in words: of a dry run, of a redrive, of a refusal. */
export function verdictOf(letter: Letter, result: Result, outcome?: Outcome): Verdict {
  if (result.is === 'refused') return { kind: 'idle', word: 'left alone', why: result.why }
  if (result.is === 'discarded') return { kind: 'idle', word: 'discarded', why: 'what was parked goes on' }
  if (result.is === 'redriven') return ofOutcome(outcome)
  const { run } = result
  if (run.would === 'ASK')
    return { kind: 'waiting', word: 'would ask', why: 'what the outside answers is not known before' }
  if (run.would === 'DO_NOTHING') return { kind: 'idle', word: 'would do nothing', why: run.why }
  if (run.would === 'FAIL') {
    const same = run.error === letter.error
    return { kind: 'bad', word: 'would fail again', why: same ? `still: ${run.error}` : run.error }
  }
  const parked = letter.parked > 0 ? `, then ${letter.parked} parked` : ''
  return {
    kind: 'good',
    word: 'would go on',
    why: `${run.tells.length > 0 ? `tells ${run.tells.join(', ')}` : 'tells nothing'}${parked}`,
  }
}

function ofOutcome(outcome?: Outcome): Verdict {
  if (outcome?.status === 'DONE') {
    return outcome.ignored
      ? { kind: 'idle', word: 'did nothing', why: outcome.ignored }
      : { kind: 'good', word: 'went on', why: '' }
  }
  if (outcome?.status === 'DEAD') return { kind: 'bad', word: 'failed again', why: outcome.error ?? '' }
  if (outcome?.status === 'DISCARDED') return { kind: 'idle', word: 'discarded', why: '' }
  return {
    kind: 'waiting',
    word: 'still waiting',
    why: outcome?.attempts ? `${outcome.attempts} of 4 tries failed` : 'under way',
  }
}
