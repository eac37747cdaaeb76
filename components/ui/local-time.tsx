'use client'

import { useSyncExternalStore } from 'react'
import { type TimeShape, time } from '@/components/format'

/** False on the server and in the first paint, true from then on: for what only the browser knows. */
export function useHydrated() {
  return useSyncExternalStore(
    () => () => undefined,
    () => true,
    () => false,
  )
}

/** A moment in the reader's time zone. The server, which does not know it, writes UTC for the first paint. */
export function LocalTime({ at, shape, className }: { at: Date; shape?: TimeShape; className?: string }) {
  const timeZone = useHydrated() ? undefined : 'UTC'
  return (
    <time dateTime={at.toISOString()} className={`tabular-nums ${className ?? ''}`}>
      {time(at, shape, timeZone)}
    </time>
  )
}
