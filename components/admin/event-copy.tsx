'use client'

import { Check, type LucideIcon } from 'lucide-react'
import { useCopy } from '@/components/ui/use-copy'

type CopyButtonProps = { label: string; Icon: LucideIcon; text: () => string }

/** Copies a text; a check says that it did, a word that the browser forbids it. */
export function CopyButton({ label, Icon, text }: CopyButtonProps) {
  const { result, copy } = useCopy()
  return (
    <button
      type="button"
      onClick={() => copy(text())}
      aria-label={result === 'refused' ? `Not allowed: ${label}` : label}
      title={label}
      className={iconButton}
    >
      {result === 'copied' ? (
        <Check aria-hidden className="size-3.5 text-st-shipped" strokeWidth={2} />
      ) : (
        <Icon aria-hidden className="size-3.5" strokeWidth={1.8} />
      )}
      <span role="status" className={result === 'refused' ? 'text-12 text-st-failed' : 'sr-only'}>
        {result === 'copied' && 'Copied'}
        {result === 'refused' && 'Not allowed'}
      </span>
    </button>
  )
}

export const iconButton =
  'inline-flex h-8 min-w-8 items-center justify-center gap-1 rounded-2 px-1.5 text-ink-2 hover:bg-hover hover:text-ink max-md:h-11 max-md:min-w-11'

/** The call of our API as it is typed into a terminal, with a key from there; a quote in the address would end the argument. */
export const curl = (path: string) =>
  `curl -H "authorization: Bearer $TINY_STORE_KEY" '${new URL(path, window.location.origin).href.replaceAll("'", '%27')}'`
