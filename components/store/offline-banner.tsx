'use client'

import { CloudOff } from 'lucide-react'
import { useSyncExternalStore } from 'react'

/** Says that the browser has no connection, and what that means here. Gone as soon as it has one. */
export function OfflineBanner() {
  const online = useOnline()
  return (
    <div role="status">
      {!online && (
        <p className="border-line border-b bg-sunken text-14 text-ink-2">
          <span className="wide flex items-center gap-2.5 py-2.5">
            <CloudOff aria-hidden className="size-4 shrink-0" strokeWidth={1.6} />
            You are offline. What you see may be old; your cart and what you typed are kept.
          </span>
        </p>
      )}
    </div>
  )
}

function useOnline(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => navigator.onLine,
    () => true,
  )
}

function subscribe(listener: () => void) {
  window.addEventListener('online', listener)
  window.addEventListener('offline', listener)
  return () => {
    window.removeEventListener('online', listener)
    window.removeEventListener('offline', listener)
  }
}
