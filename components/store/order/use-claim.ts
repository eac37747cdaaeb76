'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useTRPC } from '@/components/trpc-provider'

export type Claim = ReturnType<typeof useClaim>

/**
 * A private link has its token in the fragment, which browsers send to nobody. It is exchanged for this browser's own, which
 * no script can read, and taken out of the address before anybody sees or copies it.
 */
export function useClaim(orderId: string) {
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const { mutate, status } = useMutation(
    trpc.orders.claim.mutationOptions({
      onSuccess: () =>
        Promise.all([
          queryClient.invalidateQueries(trpc.orders.story.queryFilter({ orderId })),
          queryClient.invalidateQueries(trpc.orders.mine.pathFilter()),
        ]),
    }),
  )
  useEffect(() => {
    function exchange() {
      const token = /^#token=(.+)$/.exec(window.location.hash)?.[1]
      if (!token) return
      window.history.replaceState(null, '', window.location.pathname + window.location.search)
      mutate({ orderId, token })
    }
    // This effect may come before Next's own: an address that is changed then, Next would not know and later write back.
    const soon = setTimeout(exchange)
    window.addEventListener('hashchange', exchange)
    return () => {
      clearTimeout(soon)
      window.removeEventListener('hashchange', exchange)
    }
  }, [orderId, mutate])
  return status
}
