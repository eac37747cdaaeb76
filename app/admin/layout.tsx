import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { CommandMenu } from '@/components/admin/command-menu'
import { Permitted } from '@/components/admin/may'
import { RowKeys } from '@/components/admin/row-keys'
import { Sidebar } from '@/components/admin/sidebar'
import { TabBar } from '@/components/admin/tab-bar'
import { TRPCReactProvider } from '@/components/trpc-provider'
import { permissionsOf } from '@/server/access/permissions'
import { visit } from '@/server/access/visitor'
import { settings } from '@/server/platform/settings'

export const metadata: Metadata = { title: { default: 'Desk', template: '%s · Tiny Store desk' } }

/** The operations desk: dense and quick, 13/20, sidebar at the left, on a phone a tab bar below. */
export default async function DeskLayout({ children }: { children: ReactNode }) {
  const caller = await visit().then(
    ({ caller }) => caller,
    () => undefined,
  )
  // The page below sends everybody else to sign in, or says that nobody can be known now.
  if (caller?.kind !== 'staff') return children
  const { email, role } = caller
  const { faultLab } = settings()
  return (
    <TRPCReactProvider>
      <Permitted to={permissionsOf[role]}>
        <div className="grid min-h-[calc(100dvh-var(--banner))] grid-cols-[minmax(0,1fr)] text-13 max-md:pb-[calc(64px+env(safe-area-inset-bottom))] md:grid-cols-[216px_minmax(0,1fr)]">
          <a
            href="#main"
            className="fixed top-2 left-2 z-30 rounded-2 bg-raised px-3 py-2 font-medium shadow-3 not-focus:sr-only"
          >
            Skip to the content
          </a>
          <Sidebar faultLab={faultLab} visitor={{ email, role }} />
          <div className="min-w-0">{children}</div>
          <TabBar faultLab={faultLab} visitor={{ email, role }} />
          <CommandMenu faultLab={faultLab} />
          <RowKeys />
        </div>
      </Permitted>
    </TRPCReactProvider>
  )
}
