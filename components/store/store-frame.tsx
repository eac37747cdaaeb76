import type { ReactNode } from 'react'
import { OfflineBanner } from './offline-banner'
import { Overlays } from './overlays'
import { StoreFooter } from './store-footer'
import { StoreHeader } from './store-header'

/** What stands around every page of the shop. */
export function StoreFrame({ children }: { children: ReactNode }) {
  return (
    <div className="flex min-h-[calc(100dvh-var(--banner))] flex-col text-16">
      <a
        href="#main"
        className="sr-only z-10 rounded-3 bg-raised px-4 py-3 shadow-3 focus:not-sr-only focus:fixed focus:top-3 focus:left-3"
      >
        Skip to the content
      </a>
      <StoreHeader />
      <OfflineBanner />
      <main id="main" tabIndex={-1} className="flex-1 outline-none">
        {children}
      </main>
      <StoreFooter />
      <Overlays />
    </div>
  )
}
