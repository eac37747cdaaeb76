import Link from 'next/link'
import type { ReactNode } from 'react'
import { button } from '@/components/ui/button'

type Props = { title?: string; children?: ReactNode }

/** Nothing at this address, and two ways on. */
export function NothingHere({ title = 'This shelf is empty.', children }: Props) {
  return (
    <div className="wide max-w-[928px] pt-8 md:pt-14">
      <p className="text-14 text-ink-3">404</p>
      <h1 className="mt-3 font-medium text-32/9 tracking-display md:text-44">{title}</h1>
      <p className="mt-3 max-w-[32em] text-16 text-ink-2 md:text-18">
        {children ??
          'There is nothing at this address. The thing may no longer be sold, or the link has lost a letter on its way.'}
      </p>
      <div className="mt-10 flex flex-wrap gap-3">
        <Link href="/" className={button({ variant: 'primary', size: 'shop' })}>
          Back to the shop
        </Link>
        <Link href="/orders" className={button({ size: 'shop' })}>
          Your orders
        </Link>
      </div>
    </div>
  )
}
