'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTRPC } from '@/components/trpc-provider'
import { DrawerSection } from '../drawer-parts'
import { EndAll, Sessions } from '../sessions'

/** Where somebody is signed in. What is ended is refused with its next request. */
export function MemberSessions({ id }: { id: string }) {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const asked = useQuery(trpc.staff.sessions.queryOptions({ id }, { refetchInterval: 5_000 }))
  const anew = { onSettled: () => queries.invalidateQueries({ queryKey: trpc.staff.pathKey() }) }
  const end = useMutation(trpc.staff.endSession.mutationOptions(anew))
  const endAll = useMutation(trpc.staff.endAllSessions.mutationOptions(anew))
  return (
    <DrawerSection
      title="Sessions"
      aside={
        <EndAll
          of={asked.data}
          name="End all"
          pending={endAll.isPending}
          onClick={() => endAll.mutate({ id })}
        />
      }
    >
      <div className="md:px-1">
        <Sessions
          query={asked}
          end={({ sessionId }) => end.mutate({ id, sessionId })}
          ending={end.isPending ? end.variables.sessionId : undefined}
          error={end.error ?? endAll.error}
        />
      </div>
    </DrawerSection>
  )
}
