'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTRPC } from '@/components/trpc-provider'
import { Tag } from '@/components/ui/tag'
import { Failed } from '../list-states'
import { Panel } from '../panel'
import { EndAll, Sessions } from '../sessions'
import { ChangePassword } from './change-password'
import { SecondFactor } from './second-factor'

/** What somebody of the staff settles about themselves. */
export function Account() {
  const trpc = useTRPC()
  const asked = useQuery(trpc.account.me.queryOptions())
  const me = asked.data
  if (!me) {
    return (
      <Panel>
        <Failed title="Your account did not arrive" query={asked} />
      </Panel>
    )
  }
  return (
    <div className="grid items-start gap-3 xl:grid-cols-[minmax(0,1fr)_416px]">
      <div className="grid gap-3">
        <Panel title="You">
          <dl className="grid grid-cols-[112px_minmax(0,1fr)] gap-x-3 gap-y-1.5 px-4 py-3 wrap-anywhere max-md:px-3.5 [&_dt]:text-ink-3">
            <dt>Name</dt>
            <dd>{me.name}</dd>
            <dt>E-mail address</dt>
            <dd>{me.email}</dd>
            <dt>Role</dt>
            <dd>
              <Tag lit={me.role === 'admin'}>{me.role}</Tag>
            </dd>
          </dl>
        </Panel>
        <ChangePassword />
        <SecondFactor isOn={me.secondFactor} />
      </div>
      <OwnSessions />
    </div>
  )
}

function OwnSessions() {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const asked = useQuery(trpc.account.sessions.queryOptions(undefined, { refetchInterval: 10_000 }))
  const anew = { onSettled: () => queries.invalidateQueries({ queryKey: trpc.account.pathKey() }) }
  const end = useMutation(trpc.account.endSession.mutationOptions(anew))
  const endOthers = useMutation(trpc.account.endOtherSessions.mutationOptions(anew))
  return (
    <Panel
      title="Your sessions"
      aside={
        <EndAll
          of={asked.data}
          name="End all others"
          pending={endOthers.isPending}
          onClick={() => endOthers.mutate()}
        />
      }
    >
      <Sessions
        query={asked}
        end={({ sessionId }) => end.mutate({ sessionId })}
        ending={end.isPending ? end.variables.sessionId : undefined}
        error={end.error ?? endOthers.error}
      />
    </Panel>
  )
}
