'use client'

import { useMutation } from '@tanstack/react-query'
import { Check, CircleAlert, Link2 } from 'lucide-react'
import { useState } from 'react'
import { useTRPC } from '@/components/trpc-provider'
import { Button } from '@/components/ui/button'
import { Note } from '../note'

/** A link that opens this order elsewhere too: made once for each visit, however often it is copied. */
export function PrivateLink({ orderId }: { orderId: string }) {
  const [link, setLink] = useState<string>()
  const [result, setResult] = useState<'copied' | 'refused'>()
  const share = useMutation(
    useTRPC().orders.share.mutationOptions({
      onSuccess: ({ accessToken }) => copy(`${location.origin}/orders/${orderId}#token=${accessToken}`),
    }),
  )

  function copy(text: string) {
    setLink(text)
    return navigator.clipboard.writeText(text).then(
      () => setResult('copied'),
      () => setResult('refused'),
    )
  }

  const Icon = result === 'copied' ? Check : Link2
  return (
    <div className="mt-8 border-line border-t pt-4">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Button
          variant="quiet"
          size="mid"
          className="-ml-4 h-11"
          pending={share.isPending}
          onClick={() => (link ? copy(link) : share.mutate({ orderId }))}
        >
          <Icon aria-hidden className="size-4" strokeWidth={1.6} />
          <span aria-live="polite">{result === 'copied' ? 'Link copied' : 'Copy a private link'}</span>
        </Button>
        <p className="flex-[1_1_240px] text-14 text-ink-2">
          Opens this order on another device. Whoever has it sees all of it, and can cancel it.
        </p>
      </div>
      {result === 'refused' && (
        <input
          readOnly
          aria-label="Private link"
          value={link}
          onFocus={({ target }) => target.select()}
          className="mt-2 h-11 w-full rounded-3 border border-line bg-surface px-3 font-mono text-13"
        />
      )}
      {share.error && (
        <Note icon={CircleAlert} tone="bad" role="alert" className="mt-3">
          {share.error.data?.code === 'FORBIDDEN'
            ? 'You may see this order, but not give it to others.'
            : 'We could not make a link just now. Please try once more.'}
        </Note>
      )}
    </div>
  )
}
