'use client'

import { Button, button } from '@/components/ui/button'

/** Our fault, said plainly, with two ways on. The reference finds the report in the server's log. */
export function WentWrong({ error, retry }: { error: unknown; retry: () => void }) {
  const reference = error instanceof Error && 'digest' in error ? String(error.digest) : undefined
  return (
    <div className="wide max-w-[928px] pt-8 md:pt-14">
      <div role="alert">
        <h1 className="font-medium text-32/9 tracking-display md:text-44">That did not work.</h1>
        <p className="mt-3 max-w-[32em] text-16 text-ink-2 md:text-18">
          Something went wrong on our side. Your cart and your orders are safe. It often works the second
          time.
        </p>
      </div>
      <div className="mt-10 flex flex-wrap gap-3">
        <Button variant="primary" size="shop" onClick={retry}>
          Try again
        </Button>
        {/* Not a Link: the page comes whole, as something in this one is broken. */}
        <a href="/" className={button({ size: 'shop' })}>
          Back to the shop
        </a>
      </div>
      {reference && <p className="mt-6 font-mono text-14 text-ink-3">Reference {reference}</p>}
    </div>
  )
}
