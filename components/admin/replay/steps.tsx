'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type Inputs, useTRPC } from '@/components/trpc-provider'
import { Button } from '@/components/ui/button'
import { FieldError } from '@/components/ui/field'
import { reasonOf } from '../list-states'
import { useMay } from '../may'
import type { ReadModel } from './read-model-row'

type Step = NonNullable<Inputs['analytics']['rebuild']['step']>

const words: Record<Step, string> = {
  begin: 'Rebuild',
  pause: 'Pause',
  resume: 'Resume',
  compare: 'Compare',
  swap: 'Swap in',
  cancel: 'Give up',
}

/** What can be done next, by how far a rebuild is. */
const next = {
  NONE: ['begin'],
  BUILDING: ['pause', 'cancel'],
  PAUSED: ['resume', 'cancel'],
  READY: ['compare', 'swap', 'cancel'],
  LIVE: [],
} satisfies Record<string, Step[]>

/** The steps of a rebuild as buttons, for whoever may take them. */
export function Steps({ model: { name, rebuild } }: { model: ReadModel }) {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const may = useMay('analytics:write')
  const take = useMutation(
    trpc.analytics.rebuild.mutationOptions({
      onSettled: () => queries.invalidateQueries(trpc.analytics.pathFilter()),
    }),
  )
  if (!may) return null
  return (
    <div className="grid justify-items-end gap-1 max-md:col-span-2 max-md:justify-items-start">
      <div className="flex flex-wrap gap-2">
        {next[rebuild?.status ?? 'NONE'].map((step) => (
          <Button
            key={step}
            variant={step === 'swap' ? 'primary' : step === 'cancel' ? 'quiet' : 'default'}
            pending={take.isPending}
            aria-label={`${words[step]}: ${name}`}
            onClick={() => take.mutate({ model: name, step })}
            className="max-md:h-11"
          >
            {words[step]}
          </Button>
        ))}
      </div>
      {take.error && (
        <div role="alert">
          <FieldError>{reasonOf(take.error)}</FieldError>
        </div>
      )}
    </div>
  )
}
