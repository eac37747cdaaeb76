'use client'

import { useQuery } from '@tanstack/react-query'
import { useTRPC } from '@/components/trpc-provider'
import { StaleLine } from '../list-states'
import { NewRule } from './new-rule'
import { Rules } from './rules'
import { Uses } from './uses'
import { usesAsked } from './words'

const live = { refetchInterval: 1_000 }

/** What is to go wrong on purpose, and what did. */
export function FaultLab() {
  const trpc = useTRPC()
  const rules = useQuery(trpc.faultLab.rules.queryOptions(undefined, live))
  const uses = useQuery(trpc.faultLab.uses.queryOptions(usesAsked, live))
  const stale = [rules, uses].some(({ data, error }) => data && error)
  return (
    <>
      {stale && <StaleLine />}
      <div className="grid items-start gap-3 xl:grid-cols-[minmax(0,1fr)_384px]">
        <div className="grid gap-3">
          <NewRule />
          <Rules query={rules} />
        </div>
        <Uses query={uses} />
      </div>
    </>
  )
}

/** Beside the title: how many rules wait for what fits. */
export function ActiveCount() {
  const trpc = useTRPC()
  const { data } = useQuery(trpc.faultLab.rules.queryOptions())
  const active = data?.filter(({ state }) => state === 'ACTIVE').length ?? 0
  return active > 0 && `${active} active`
}
