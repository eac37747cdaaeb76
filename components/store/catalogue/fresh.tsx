'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

/** For so long what was seen may be taken for true. */
const FRESH_MS = 5_000

/** When this browser first saw a page that the server drew. */
const seen = new Map<number, number>()

/** Asks for the page again when somebody comes back to it, by the browser's back or from another tab. */
export function Fresh({ drawn }: { drawn: number }) {
  const { refresh } = useRouter()

  useEffect(() => {
    if (!seen.has(drawn)) seen.set(drawn, Date.now())
    const look = () => {
      const age = Date.now() - (seen.get(drawn) ?? 0)
      if (document.visibilityState === 'visible' && age > FRESH_MS) refresh()
    }
    look()
    document.addEventListener('visibilitychange', look)
    return () => document.removeEventListener('visibilitychange', look)
  }, [drawn, refresh])

  return null
}
