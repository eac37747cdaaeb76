import { useQueryClient } from '@tanstack/react-query'
import { useTRPC } from '@/components/trpc-provider'

/** What was changed stands in the list, in the endpoint and among its deliveries: all are asked anew, also after a refusal. */
export function useAnew() {
  const trpc = useTRPC()
  const queries = useQueryClient()
  return { onSettled: () => queries.invalidateQueries({ queryKey: trpc.webhooks.pathKey() }) }
}
