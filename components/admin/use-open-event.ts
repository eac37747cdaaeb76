import { useSearchParams } from 'next/navigation'
import { useCallback } from 'react'
import type { EventFilters } from './event-questions'
import { address } from './url'

/** Which event is open stands in the address, but opening one asks the server for no new page. */
export function useOpenEvent(filters: EventFilters) {
  const eventId = useSearchParams().get('event') || undefined
  const hrefOf = useCallback((event?: string) => address('/admin/events', { ...filters, event }), [filters])
  return {
    eventId,
    hrefOf,
    /** The first one opened is a step back; going from one to the next is not. */
    open: (next: string) => {
      if (next === eventId) return
      if (eventId) window.history.replaceState(null, '', hrefOf(next))
      else window.history.pushState(null, '', hrefOf(next))
    },
    close: useCallback(() => window.history.replaceState(null, '', hrefOf()), [hrefOf]),
  }
}
