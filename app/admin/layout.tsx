import type { Metadata } from 'next'
import { connection } from 'next/server'
import { type ReactNode, Suspense } from 'react'
import { CommandMenu } from '@/components/admin/command-menu'
import { RowKeys } from '@/components/admin/row-keys'
import { Sidebar } from '@/components/admin/sidebar'
import { TabBar } from '@/components/admin/tab-bar'
import { TRPCReactProvider } from '@/components/trpc-provider'
import { getQueryClient, Hydrate, trpc } from '@/server/trpc/server'

export const metadata: Metadata = { title: { default: 'Desk', template: '%s · Tiny Store desk' } }

/** The operations desk: dense and quick, 13/20, sidebar at the left, on a phone a tab bar below. */
export default function DeskLayout({ children }: { children: ReactNode }) {
  return (
    <TRPCReactProvider>
      <div className="grid min-h-dvh grid-cols-[minmax(0,1fr)] text-13 max-md:pb-[calc(64px+env(safe-area-inset-bottom))] md:grid-cols-[216px_minmax(0,1fr)]">
        <a
          href="#main"
          className="fixed top-2 left-2 z-30 rounded-2 bg-raised px-3 py-2 font-medium shadow-3 not-focus:sr-only"
        >
          Skip to the content
        </a>
        <Suspense fallback={<Sidebar />}>
          <WithPulse>
            <Sidebar />
          </WithPulse>
        </Suspense>
        <div className="min-w-0">{children}</div>
        <Suspense fallback={<TabBar />}>
          <WithPulse>
            <TabBar />
          </WithPulse>
        </Suspense>
        <CommandMenu />
        <RowKeys />
      </div>
    </TRPCReactProvider>
  )
}

/** The frame does not wait for its numbers; they follow. */
async function WithPulse({ children }: { children: ReactNode }) {
  await connection()
  await getQueryClient().prefetchQuery(trpc.pulse.queryOptions())
  return <Hydrate>{children}</Hydrate>
}
