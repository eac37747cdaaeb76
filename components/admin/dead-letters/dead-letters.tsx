'use client'

import { useQuery } from '@tanstack/react-query'
import { CircleCheck } from 'lucide-react'
import Link from 'next/link'
import { useState } from 'react'
import { useTRPC } from '@/components/trpc-provider'
import { Empty, Failed, StaleLine } from '../list-states'
import { Panel } from '../panel'
import { GroupList, GroupListSkeleton } from './group-list'
import { GroupView } from './group-view'
import { LetterDetail } from './letter-detail'
import { type DeadLetterFilters, keyOf } from './questions'

/** What was given up after its tries, by cause, and the way to set it going again. */
export function DeadLetters({ filters }: { filters: DeadLetterFilters }) {
  const trpc = useTRPC()
  const opened = keyOf(filters)
  const groups = useQuery(trpc.deadLetters.groups.queryOptions(undefined, { refetchInterval: 2_000 }))
  const letter = useQuery(
    trpc.deadLetters.byKey.queryOptions(opened ?? { eventId: '', module: '' }, {
      enabled: opened !== undefined,
    }),
  )
  const { data, error } = groups
  // Stays where somebody works, also when that group is the first no more.
  const [first, setFirst] = useState(data?.[0]?.key)
  if (first === undefined && data?.[0]) setFirst(data[0].key)
  const chosen = filters.group ?? letter.data?.group ?? first

  if (error && !data) {
    return (
      <Panel>
        <Failed title="The dead letters did not arrive" query={groups} />
      </Panel>
    )
  }
  if (!data) return <DeadLettersSkeleton />
  const isGone = opened && letter.data && letter.data.status !== 'DEAD' && !filters.group
  return (
    <>
      {error && <StaleLine />}
      {opened && letter.error && !letter.data && (
        <Panel className="mb-3">
          <Failed title="That letter is not here" query={letter} />
        </Panel>
      )}
      {isGone && (
        <Panel title="Not dead any more" className="mb-3">
          <LetterDetail letter={opened} />
        </Panel>
      )}
      {data.length === 0 && first === undefined ? (
        <Panel>
          <Empty Icon={CircleCheck} title="No dead letters">
            <p>
              Every event arrived. What fails four times comes here and waits for you.{' '}
              <Link href="/admin/dead-letters?tab=history" className="text-link">
                What was here before
              </Link>
            </p>
          </Empty>
        </Panel>
      ) : (
        <div className="grid items-start gap-3 lg:grid-cols-[304px_minmax(0,1fr)]">
          <GroupList groups={data} chosen={chosen} now={groups.dataUpdatedAt} />
          {chosen && (
            <GroupView
              key={chosen}
              groupKey={chosen}
              group={data.find(({ key }) => key === chosen)}
              opened={opened}
            />
          )}
        </div>
      )}
    </>
  )
}

/** The page in its final shape, before anything is known. */
export function DeadLettersSkeleton() {
  return (
    <div className="grid items-start gap-3 lg:grid-cols-[304px_minmax(0,1fr)]">
      <GroupListSkeleton />
      <Panel>
        <div className="h-80" />
      </Panel>
    </div>
  )
}
