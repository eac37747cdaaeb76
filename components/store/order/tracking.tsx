'use client'

import { Check, Copy, Truck } from 'lucide-react'
import { useState } from 'react'
import { capital } from './headline'
import type { Story } from './story'

/** The number that the carrier asks for. */
export function Tracking({ story }: { story: Story }) {
  const { trackingNumber, status } = story.order
  const [copied, setCopied] = useState(false)
  if (!trackingNumber || status !== 'SHIPPED') return null

  async function copy(number: string) {
    try {
      await navigator.clipboard.writeText(number)
      setCopied(true)
    } catch {
      // Not allowed here; the number can still be selected.
    }
  }

  const Icon = copied ? Check : Copy
  return (
    <div className="mt-6 flex items-center gap-2.5 rounded-3 bg-sunken py-1 pr-1 pl-3.5 text-14 text-ink-2">
      <Truck aria-hidden className="size-4 shrink-0" strokeWidth={1.6} />
      <p className="min-w-0 flex-1 py-2">
        {capital(story.carrier)}{' '}
        <span className="break-all font-mono text-13 text-ink" data-testid="tracking-number">
          {trackingNumber}
        </span>
      </p>
      <button
        type="button"
        onClick={() => copy(trackingNumber)}
        className="flex h-11 items-center gap-1.5 rounded-2 px-3 font-medium text-accent-text hover:bg-hover"
      >
        <Icon aria-hidden className="size-3.5" strokeWidth={1.8} />
        <span aria-live="polite">{copied ? 'Copied' : 'Copy'}</span>
        <span className="sr-only"> the tracking number</span>
      </button>
    </div>
  )
}
