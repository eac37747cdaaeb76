import Link from 'next/link'
import { ThemeSwitch } from '@/components/ui/theme-switch'

export function StoreFooter() {
  return (
    <footer className="mt-16 border-line border-t text-14 text-ink-3 md:mt-24">
      <div className="wide grid gap-x-6 gap-y-2 pt-8 pb-10 md:flex md:items-center">
        <p className="md:mr-auto">Tiny Store sells small things and looks after them.</p>
        <p>Delivery included</p>
        <p>This is a test shop. No money moves.</p>
        <Link href="/docs" prefetch={false} className="w-fit underline underline-offset-4 hover:text-ink">
          For programs
        </Link>
        <ThemeSwitch size="shop" />
      </div>
    </footer>
  )
}
