'use client'

import { time } from '@/components/format'
import { useHydrated } from '@/components/ui/local-time'

/**
 * A point in time as briefly as today allows: "14:42:07" today, "3 Nov, 17:20" before; precise adds milliseconds.
 * The server and the first paint say it in UTC, then the reader's own zone takes over.
 */
export function Moment({ at, precise = false }: { at: Date; precise?: boolean }) {
  const timeZone = useHydrated() ? undefined : 'UTC'
  return (
    <time dateTime={at.toISOString()} title={time(at, 'full', timeZone)} className="tabular-nums">
      {brief(at, { precise, timeZone })}
    </time>
  )
}

function brief(at: Date, { precise, timeZone }: { precise: boolean; timeZone?: string }): string {
  const isToday = time(at, 'day', timeZone) === time(new Date(), 'day', timeZone)
  if (precise) {
    const clock = time(at, 'precise', timeZone)
    return isToday ? clock : `${time(at, 'day', timeZone)} ${clock}`
  }
  return time(at, isToday ? 'seconds' : 'moment', timeZone)
}
