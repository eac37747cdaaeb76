import { useSyncExternalStore } from 'react'

type Overlay = 'cart' | 'search'

let open: Overlay | undefined
const listeners = new Set<() => void>()

/** What lies over the page: the cart, the search, or nothing. */
export function useOverlay(): Overlay | undefined {
  return useSyncExternalStore(
    subscribe,
    () => open,
    () => undefined,
  )
}

export function openOverlay(overlay: Overlay | undefined) {
  open = overlay
  for (const listener of listeners) listener()
}

export const closeOverlay = () => openOverlay(undefined)

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}
