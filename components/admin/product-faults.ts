import type { TRPCError } from '@/components/trpc-provider'

/** What the server found wrong, by the field that it is about, as sentences. */
export function faultsOf(error: TRPCError | null): Record<string, string | undefined> {
  const faults = error?.data?.problem.errors ?? []
  return Object.fromEntries(
    faults.map(({ pointer, detail }) => [pointer.slice(1), `${detail[0]?.toUpperCase()}${detail.slice(1)}.`]),
  )
}
