'use client'

import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useSubscription } from '@trpc/tanstack-react-query'
import { useEffect, useState } from 'react'
import { useTRPC } from '@/components/trpc-provider'
import { type Story, tellStory } from './story'

type LiveStory = Story & { connection: 'live' | 'lost' | 'over' }

/** The order and what happens to it, tries that failed included. Without the live connection it asks every second. */
export function useOrderStory(orderId: string): LiveStory {
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const query = trpc.orders.story.queryOptions({ orderId })
  const { data } = useSuspenseQuery(query)
  const story = tellStory(data)

  function refresh() {
    queryClient.invalidateQueries({ queryKey: query.queryKey })
  }

  const { status } = useSubscription(
    trpc.orders.watch.subscriptionOptions({ orderId }, { enabled: story.moving, onData: refresh }),
  )

  const lost = useLasting(story.moving && status !== 'pending', 2_000)
  useEverySecond(lost, refresh)
  return { ...story, connection: !story.moving ? 'over' : lost ? 'lost' : 'live' }
}
/** True once the condition has held for a while: a blink is no news. */
export function useLasting(condition: boolean, ms: number): boolean {
  const [lasting, setLasting] = useState(false)
  useEffect(() => {
    if (!condition) {
      setLasting(false)
      return
    }
    const timer = setTimeout(() => setLasting(true), ms)
    return () => clearTimeout(timer)
  }, [condition, ms])
  return lasting && condition
}

function useEverySecond(active: boolean, action: () => void) {
  const [beat, setBeat] = useState(0)
  useEffect(() => {
    if (!active) return
    const timer = setInterval(() => setBeat((count) => count + 1), 1_000)
    return () => clearInterval(timer)
  }, [active])
  // biome-ignore lint/correctness/useExhaustiveDependencies: acts on the beat, not when the action is made anew
  useEffect(() => {
    if (beat > 0) action()
  }, [beat])
}
