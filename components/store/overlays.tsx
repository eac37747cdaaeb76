'use client'

import dynamic from 'next/dynamic'
import { usePathname } from 'next/navigation'
import { useEffect } from 'react'
import { closeOverlay, useOverlay } from './overlay'

const loadCart = () => import('./cart/cart-sheet')
const loadSearch = () => import('./search/search-panel')

const CartSheet = dynamic(() => import('./cart/cart-sheet').then(({ CartSheet }) => CartSheet), {
  ssr: false,
})
const SearchPanel = dynamic(() => import('./search/search-panel').then(({ SearchPanel }) => SearchPanel), {
  ssr: false,
})

/** What can lie over every page of the shop. Loaded when the page has nothing else to do, so that it opens at once. */
export function Overlays() {
  const open = useOverlay()
  const pathname = usePathname()

  // biome-ignore lint/correctness/useExhaustiveDependencies: whoever has gone elsewhere sees where that is
  useEffect(closeOverlay, [pathname])

  useEffect(() => {
    const load = () => {
      loadCart()
      loadSearch()
    }
    if (!('requestIdleCallback' in window)) {
      const timer = setTimeout(load, 1_000)
      return () => clearTimeout(timer)
    }
    const idle = requestIdleCallback(load)
    return () => cancelIdleCallback(idle)
  }, [])

  if (open === 'cart') return <CartSheet />
  if (open === 'search') return <SearchPanel />
  return null
}
