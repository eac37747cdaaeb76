'use client'

import { useQuery } from '@tanstack/react-query'
import clsx from 'clsx'
import { useState } from 'react'
import { count } from '@/components/format'
import { useTRPC } from '@/components/trpc-provider'
import { TextField } from '@/components/ui/field'
import { ModuleSquare } from '../modules'
import { fits, typedFilters } from './filters'

type FiltersFieldProps = { filters: string[]; error?: string }

/** Of which events it is told: names or beginnings of names, and below them what they come to. */
export function FiltersField({ filters, error }: FiltersFieldProps) {
  const trpc = useTRPC()
  const [typed, setTyped] = useState(filters.join(' '))
  const { data: types = [] } = useQuery(
    trpc.events.types.queryOptions(undefined, { staleTime: Number.POSITIVE_INFINITY }),
  )
  const asked = typedFilters(typed)
  const isFit = (eventType: string) => asked.some((filter) => fits(filter, eventType))
  const useless = asked.filter(
    (filter) => types.length > 0 && !types.some(({ eventType }) => fits(filter, eventType)),
  )
  const fitting = types.filter(({ eventType }) => isFit(eventType)).length
  const toggle = (eventType: string) =>
    setTyped(
      (asked.includes(eventType) ? asked.filter((each) => each !== eventType) : [...asked, eventType]).join(
        ' ',
      ),
    )
  return (
    <div className="grid gap-2">
      <TextField
        label="Events"
        name="filters"
        required
        maxLength={2_000}
        autoComplete="off"
        spellCheck={false}
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
        className="font-mono"
        error={error}
        hint="Names, or how they begin with a * behind: Order* ShipmentDelivered. * is all"
      />
      <p role="status" className={clsx('text-12', useless.length > 0 ? 'text-st-cancelled' : 'text-ink-2')}>
        {useless.length > 0
          ? `No event fits ${useless.join(', ')}.`
          : `${fitting === types.length ? 'All ' : ''}${count(fitting, 'event')} of ${types.length}`}
      </p>
      <ul aria-label="Events that there are" className="flex flex-wrap gap-1">
        {types.map(({ eventType, module }) => (
          <li key={eventType}>
            <button
              type="button"
              aria-pressed={isFit(eventType)}
              onClick={() => toggle(eventType)}
              className="inline-flex h-6 items-center gap-1.5 rounded-1 border border-line px-1.5 text-12 text-ink-3 hover:bg-hover aria-pressed:border-accent-line aria-pressed:bg-accent-soft aria-pressed:text-accent-text max-md:h-9"
            >
              <ModuleSquare module={module} className="size-2" />
              {eventType}
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
