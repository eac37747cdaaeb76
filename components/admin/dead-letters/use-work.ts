import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { type TRPCError, useTRPC } from '@/components/trpc-provider'
import { reasonOf } from '../list-states'
import { type DryRun, type Key, type Letter, nameOf } from './questions'

/** What came of a letter that was worked on here. */
export type Result =
  | { is: 'tried'; run: DryRun }
  | { is: 'refused'; why: string }
  /** What came of a redrive is asked of its delivery. */
  | { is: 'redriven' }
  | { is: 'discarded' }

type Kept = { letter: Letter; result: Result }
type Progress = { word: string; done: number; of: number }

/** So many at a time, so that one sees how far it is and nobody waits long behind it. */
const CHUNK = 10

/**
 * Tries, redrives and discards letters. A row that was worked on stays with its result until the next choice, also when
 * its letter is not dead any more.
 */
export function useWork() {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const [kept, setKept] = useState(new Map<string, Kept>())
  const [progress, setProgress] = useState<Progress>()
  const [error, setError] = useState<string>()
  const dryRun = useMutation(trpc.deadLetters.dryRun.mutationOptions())
  const redrive = useMutation(trpc.deadLetters.redrive.mutationOptions())
  const discard = useMutation(trpc.deadLetters.discard.mutationOptions())

  const redriven = [...kept.values()]
    .filter(({ result }) => result.is === 'redriven')
    .map(({ letter }) => letter)
  const outcomes = useQuery(
    trpc.deadLetters.outcomes.queryOptions(
      { letters: redriven.map(({ eventId, module }) => ({ eventId, module })).slice(0, 200) },
      {
        enabled: redriven.length > 0,
        refetchInterval: ({ state }) =>
          state.data?.every(({ status }) => status !== 'PENDING') && !progress ? false : 500,
      },
    ),
  )

  async function work<T>(
    word: string,
    letters: Letter[],
    ask: (keys: Key[]) => Promise<(Key & { result?: T; refused?: string })[]>,
    resultOf: (result: T | undefined) => Result,
  ) {
    if (progress || letters.length === 0) return
    setKept(new Map())
    setError(undefined)
    const byName = new Map(letters.map((letter) => [nameOf(letter), letter]))
    try {
      for (let done = 0; done < letters.length; done += CHUNK) {
        setProgress({ word, done, of: letters.length })
        const keys = letters.slice(done, done + CHUNK).map(({ eventId, module }) => ({ eventId, module }))
        const answers = await ask(keys)
        setKept((before) => {
          const next = new Map(before)
          for (const answer of answers) {
            const letter = byName.get(nameOf(answer))
            const result: Result =
              answer.refused === undefined ? resultOf(answer.result) : { is: 'refused', why: answer.refused }
            if (letter) next.set(nameOf(answer), { letter, result })
          }
          return next
        })
      }
    } catch (thrown) {
      setError(reasonOf(thrown as TRPCError))
    }
    setProgress(undefined)
    queries.invalidateQueries({ queryKey: trpc.deadLetters.pathKey() })
    queries.invalidateQueries({ queryKey: trpc.overview.queryKey() })
  }

  return {
    kept,
    progress,
    error,
    outcomes: new Map((redriven.length > 0 ? outcomes.data : undefined)?.map((each) => [nameOf(each), each])),
    dryRun: (letters: Letter[]) =>
      work(
        'Trying',
        letters,
        (keys) => dryRun.mutateAsync({ letters: keys }),
        (run) => (run ? { is: 'tried', run } : { is: 'refused', why: 'No answer' }),
      ),
    redrive: (letters: Letter[]) =>
      work<unknown>(
        'Redriving',
        letters,
        (keys) => redrive.mutateAsync({ letters: keys }),
        () => ({ is: 'redriven' }),
      ),
    discard: (letters: Letter[], reason: string) =>
      work<unknown>(
        'Discarding',
        letters,
        (keys) => discard.mutateAsync({ letters: keys, reason }),
        () => ({
          is: 'discarded',
        }),
      ),
  }
}

type Work = ReturnType<typeof useWork>
export type Outcome = NonNullable<ReturnType<Work['outcomes']['get']>>
