'use client'

import { usePathname } from 'next/navigation'
import { lazy, Suspense, useEffect } from 'react'
import { closeOverlay, useOverlay } from './overlay'

const loadCart = () => import('./cart/cart-sheet')
const loadSearch = () => import('./search/search-panel')

const CartSheet = lazy(() => loadCart().then(({ CartSheet }) => ({ default: CartSheet })))
const SearchPanel = lazy(() => loadSearch().then(({ SearchPanel }) => ({ default: SearchPanel })))

/** What can lie over every page of the shop. Loaded when the page has nothing else to do, so that it opens at once. */
export function Overlays() {
  const open = useOverlay()
  const pathname = usePathname()

  // biome-ignore lint/correctness/useExhaustiveDependencies: whoever has gone elsewhere sees where that is
  useEffect(closeOverlay, [pathname])

  useEffect(() => {
    // Without a connection just now, they are loaded when they are opened.
    const load = () => Promise.allSettled([loadCart(), loadSearch()])
    if (!('requestIdleCallback' in window)) {
      const timer = setTimeout(load, 1_000)
      return () => clearTimeout(timer)
    }
    const idle = requestIdleCallback(load)
    return () => cancelIdleCallback(idle)
  }, [])

  return (
    <Suspense>
      {open === 'cart' && <CartSheet />}
      {open === 'search' && <SearchPanel />}
    </Suspense>
  )
}
