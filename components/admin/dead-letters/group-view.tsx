'use client'

import { useQuery } from '@tanstack/react-query'
import type { Route } from 'next'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { count } from '@/components/format'
import { useTRPC } from '@/components/trpc-provider'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { FieldError } from '@/components/ui/field'
import { DataTable } from '../data-table'
import { Failed } from '../list-states'
import { useMay } from '../may'
import { Panel } from '../panel'
import { address } from '../url'
import { DiscardForm } from './discard-form'
import { GroupFacts, GroupHead } from './group-head'
import { letterCard, letterColumns, type Row } from './letter-columns'
import { ErrorText, LetterDetail } from './letter-detail'
import { type Group, type Key, type Letter, LISTED, LISTED_AT_MOST, nameOf } from './questions'
import { Tally } from './tally'
import { useWork } from './use-work'
import { verdictOf } from './verdict'

type GroupViewProps = { groupKey: string; group?: Group; opened?: Key }

/** One cause: what it is, its letters, and what can be done with them. */
export function GroupView({ groupKey, group, opened }: GroupViewProps) {
  const trpc = useTRPC()
  const [limit, setLimit] = useState(LISTED)
  const [discarding, setDiscarding] = useState(false)
  const [lastKnown, setLastKnown] = useState(group)
  if (group && group !== lastKnown) setLastKnown(group)
  const list = useQuery(
    trpc.deadLetters.list.queryOptions(
      { group: groupKey, limit },
      { refetchInterval: 2_000, placeholderData: (old) => old },
    ),
  )
  const work = useWork()
  const may = useMay('dead-letters:write')
  const letters = list.data?.items
  const { chosen, choose, chooseAll } = useChosen(letters)
  const toggle = useOpened(groupKey, opened)
  if (!lastKnown) return null

  const acted = chosen.length > 0 ? chosen : (letters ?? [])
  const gone = [...work.kept.values()]
    .map(({ letter }) => letter)
    .filter((letter) => !letters?.some((each) => nameOf(each) === nameOf(letter)))
  const rows =
    letters &&
    [...letters, ...gone].map((letter): Row => {
      const name = nameOf(letter)
      const kept = work.kept.get(name)
      return {
        letter,
        chosen: chosen.some((each) => nameOf(each) === name),
        choose: gone.includes(letter) ? undefined : () => choose(name),
        verdict: kept && verdictOf(letter, kept.result, work.outcomes.get(name)),
        open: opened !== undefined && nameOf(opened) === name,
        toggle: () => toggle(letter),
      }
    })

  return (
    <div className="grid min-w-0 gap-3">
      <Panel>
        <GroupHead
          group={lastKnown}
          act={{
            many: letters ? acted.length : lastKnown.count,
            pending: work.progress?.word,
            dryRun: () => work.dryRun(acted),
            redrive: () => work.redrive(acted),
            askDiscard: () => setDiscarding(true),
          }}
        />
        {discarding && acted.length > 0 && (
          <DiscardForm
            many={acted.length}
            pending={work.progress?.word === 'Discarding'}
            discard={(reason) => work.discard(acted, reason).then(() => setDiscarding(false))}
            close={() => setDiscarding(false)}
          />
        )}
        <GroupFacts group={lastKnown} waitsMs={list.data?.waitsMs} />
        {letters?.[0] && (
          <div className="border-line border-t p-3">
            <ErrorText error={letters[0].error} stack={list.data?.stack ?? null} />
          </div>
        )}
      </Panel>
      <Panel title="Letters" aside={may && <ChooseAll rows={rows} chosen={chosen} chooseAll={chooseAll} />}>
        <Tally verdicts={(rows ?? []).flatMap(({ verdict }) => verdict ?? [])} progress={work.progress} />
        {work.error && (
          <div className="px-4 py-2">
            <FieldError>{work.error}</FieldError>
          </div>
        )}
        {list.error && !list.data ? (
          <Failed title="The letters did not arrive" query={list} />
        ) : (
          <DataTable
            label="Dead letters"
            columns={may ? letterColumns : letterColumns.filter(({ name }) => name !== 'Choose')}
            rows={rows}
            rowKey={({ letter }) => nameOf(letter)}
            card={letterCard}
            detail={({ open, letter }) => open && <LetterDetail letter={letter} />}
            dense
            skeletonRows={Math.min(lastKnown.count, LISTED)}
          />
        )}
        <footer className="flex min-h-12 items-center gap-2 border-line border-t px-4 text-12 text-ink-3 tabular-nums">
          <span className="mr-auto">
            {letters && `${letters.length} of ${count(group?.count ?? 0, 'dead letter')} shown`}
          </span>
          {letters && group && letters.length < group.count && limit < LISTED_AT_MOST && (
            <Button onClick={() => setLimit(LISTED_AT_MOST)}>Show all</Button>
          )}
        </footer>
      </Panel>
    </div>
  )
}

type ChooseAllProps = { rows?: Row[]; chosen: Letter[]; chooseAll: (letters: Letter[]) => void }

/** All that could go on, once a dry run has said so; else all. */
function ChooseAll({ rows = [], chosen, chooseAll }: ChooseAllProps) {
  const possible = rows
    .filter(({ choose, verdict }) => choose && verdict?.kind !== 'bad')
    .map(({ letter }) => letter)
  const told = rows.some(({ verdict }) => verdict)
  const all = possible.length > 0 && possible.length === chosen.length
  const word = told ? 'All that would not fail' : 'All'
  return (
    <span className="flex items-center gap-2 font-medium text-12 text-ink-2">
      <Checkbox
        label={word}
        checked={all}
        some={chosen.length > 0}
        disabled={possible.length === 0}
        onChange={(checked) => chooseAll(checked ? possible : [])}
      />
      <span aria-hidden>{word}</span>
    </span>
  )
}

function useChosen(letters: Letter[] | undefined) {
  const [names, setNames] = useState<ReadonlySet<string>>(new Set())
  return {
    chosen: (letters ?? []).filter((letter) => names.has(nameOf(letter))),
    choose: (name: string) =>
      setNames(
        (before) =>
          new Set(before.has(name) ? [...before].filter((each) => each !== name) : [...before, name]),
      ),
    chooseAll: (all: Letter[]) => setNames(new Set(all.map(nameOf))),
  }
}

/** Which letter is open stands in the address, so that it can be sent to somebody. */
function useOpened(group: string, opened?: Key) {
  const router = useRouter()
  return ({ eventId, module }: Letter) => {
    const closes = opened?.eventId === eventId && opened.module === module
    const filters = closes ? { group } : { group, event: eventId, module }
    router.replace(address('/admin/dead-letters', filters) as Route, { scroll: false })
  }
}
