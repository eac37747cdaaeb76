'use client'

import type { SubmitEvent } from 'react'
import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/field'
import { LocalTime } from '@/components/ui/local-time'
import type { useFilters } from './filters'
import { PopoverFilter } from './popover-filter'

/** As they stand in the address: a span that is known to the server, or ISO 8601. */
type Times = { within?: keyof typeof spans; from?: string; to?: string }

type Props = { filters: Times; narrow: ReturnType<typeof useFilters>['narrow'] }

const spans = {
  '15m': 'last 15 minutes',
  '1h': 'last hour',
  '24h': 'last 24 hours',
  '7d': 'last 7 days',
} as const

/** A time as people choose it: so long back from now, or from one moment to another, on the reader's clock. */
export function TimeFilter({ filters: { within, from, to }, narrow }: Props) {
  const narrowTo = (changes: Times) =>
    narrow({ within: undefined, from: undefined, to: undefined, ...changes })
  const said = within ? spans[within] : from || to ? <Between from={from} to={to} /> : 'all'
  return (
    <PopoverFilter label="Time" lit={said !== 'all'} said={said} className="w-72 p-2">
      {(close) => {
        const choose = (changes: Times) => {
          close()
          narrowTo(changes)
        }
        return (
          <>
            <ul>
              <Choice name="All of the time" isChosen={said === 'all'} choose={() => choose({})} />
              {Object.entries(spans).map(([span, name]) => (
                <Choice
                  key={span}
                  name={name}
                  isChosen={span === within}
                  choose={() => choose({ within: span as keyof typeof spans })}
                />
              ))}
            </ul>
            <Moments from={from} to={to} choose={choose} />
          </>
        )
      }}
    </PopoverFilter>
  )
}

function Between({ from, to }: Pick<Times, 'from' | 'to'>) {
  return (
    <>
      {from ? <LocalTime at={new Date(from)} shape="moment" /> : 'the beginning'} –{' '}
      {to ? <LocalTime at={new Date(to)} shape="moment" /> : 'now'}
    </>
  )
}

function Choice({ name, isChosen, choose }: { name: string; isChosen: boolean; choose: () => void }) {
  return (
    <li>
      <button
        type="button"
        aria-pressed={isChosen}
        onClick={choose}
        className="h-8 w-full rounded-2 px-2 text-left first-letter:uppercase hover:bg-hover aria-pressed:bg-accent-soft aria-pressed:font-medium aria-pressed:text-accent-text max-md:h-11"
      >
        {name}
      </button>
    </li>
  )
}

type MomentsProps = Pick<Times, 'from' | 'to'> & { choose: (changes: Times) => void }

function Moments({ from, to, choose }: MomentsProps) {
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const given = new FormData(event.currentTarget)
    choose({ from: toIso(given.get('from')), to: toIso(given.get('to')) })
  }
  return (
    <form onSubmit={submit} className="mt-2 grid gap-3 border-line border-t px-2 pt-3 pb-1">
      <TextField label="From" name="from" type="datetime-local" step={1} defaultValue={toLocal(from)} />
      <TextField label="To" name="to" type="datetime-local" step={1} defaultValue={toLocal(to)} />
      <Button type="submit" className="max-md:h-11">
        Show this time
      </Button>
    </form>
  )
}

const toIso = (local: FormDataEntryValue | null) =>
  local ? new Date(String(local)).toISOString() : undefined

/** As the field writes it: the reader's clock, without a zone. */
function toLocal(iso?: string): string | undefined {
  if (!iso) return undefined
  const at = new Date(iso)
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 19)
}
