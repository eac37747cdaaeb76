import Link from 'next/link'
import type { ReactNode } from 'react'
import { Logo } from '@/components/ui/logo'
import { ThemeSwitch } from '@/components/ui/theme-switch'
import { DocsLinks, type Place } from './docs-links'

/** What stands around the pages of the API: where one can go, and the documents themselves. */
export function DocsFrame({ places, children }: { places: Place[]; children: ReactNode }) {
  return (
    <div className="min-h-[calc(100dvh-var(--banner))] text-14">
      <a
        href="#main"
        className="fixed top-2 left-2 z-30 rounded-2 bg-raised px-3 py-2 font-medium shadow-3 not-focus:sr-only"
      >
        Skip to the content
      </a>
      <header className="sticky top-(--banner) z-5 border-line-soft border-b bg-ground">
        <div className="wide flex h-14 items-center gap-4">
          <Link href="/" aria-label="Tiny Store, to the shop" className="rounded-1">
            <Logo className="h-5.5" />
          </Link>
          <Link href="/docs" className="font-medium text-ink-2 hover:text-ink">
            API
          </Link>
          <p className="ml-auto hidden gap-4 text-13 md:flex">
            <a href="/api/openapi.json" className="text-link">
              OpenAPI
            </a>
            <a href="/api/asyncapi.json" className="text-link">
              AsyncAPI
            </a>
          </p>
          <div className="max-md:ml-auto">
            <ThemeSwitch />
          </div>
        </div>
      </header>
      <div className="wide grid grid-cols-[minmax(0,1fr)] gap-x-10 pb-16 lg:grid-cols-[176px_minmax(0,1fr)]">
        <nav
          aria-label="API"
          className="flex flex-wrap gap-x-1 gap-y-0.5 border-line-soft py-4 max-lg:border-b lg:sticky lg:top-[calc(56px+var(--banner))] lg:max-h-[calc(100dvh-56px-var(--banner))] lg:flex-col lg:flex-nowrap lg:self-start lg:overflow-y-auto lg:py-8"
        >
          <DocsLinks places={places} />
        </nav>
        <main id="main" tabIndex={-1} className="min-w-0 pt-8 outline-none">
          {children}
        </main>
      </div>
    </div>
  )
}
