import { Store } from 'lucide-react'
import Link from 'next/link'
import { Logo } from '@/components/ui/logo'
import { ThemeSwitch } from '@/components/ui/theme-switch'
import { SideNavigation } from './navigation'
import type { InDesk } from './places'
import { Pulse } from './pulse'
import { SignedIn } from './signed-in'

/** The place of the desk's frame: where one can go, how the desk is, and how it looks. */
export function Sidebar({ faultLab, visitor }: InDesk) {
  return (
    <aside
      aria-label="Sidebar"
      className="sticky top-(--banner) flex h-[calc(100dvh-var(--banner))] flex-col overflow-y-auto gap-0.5 border-line border-r bg-sunken px-2 py-3 max-md:hidden"
    >
      <Link href="/admin" prefetch={false} className="mb-2 w-fit rounded-2 p-2">
        <Logo className="h-5" />
      </Link>
      <SideNavigation faultLab={faultLab} />
      <div className="mt-auto grid grid-cols-[minmax(0,1fr)] gap-2 border-line border-t pt-2">
        <Link
          href="/"
          prefetch={false}
          className="flex h-8 items-center gap-2.5 rounded-2 px-2 font-medium text-ink-2 hover:bg-hover"
        >
          <Store aria-hidden className="size-4" strokeWidth={1.6} />
          The shop
        </Link>
        <Pulse />
        <ThemeSwitch />
        <SignedIn visitor={visitor} />
      </div>
    </aside>
  )
}
