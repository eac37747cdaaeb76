import { ShoppingBag } from 'lucide-react'
import type { Route } from 'next'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { button } from '@/components/ui/button'

type Props = { title: string; href?: Route; way?: string; children: ReactNode }

/** Nothing here yet: what it would be, and the way to it. */
export function Blank({ title, href = '/', way = 'See what we have', children }: Props) {
  return (
    <div className="mt-6 grid justify-items-start gap-1 rounded-4 border border-line bg-surface px-5 py-8 md:mt-10 md:px-10 md:py-12">
      <ShoppingBag aria-hidden className="mb-3 size-5 text-ink-3" strokeWidth={1.5} />
      <p className="font-medium text-18">{title}</p>
      <p className="mb-5 max-w-[34em] text-ink-2">{children}</p>
      <Link
        href={href}
        className={button({ variant: 'primary', size: 'shop', className: 'w-full md:w-auto' })}
      >
        {way}
      </Link>
    </div>
  )
}
