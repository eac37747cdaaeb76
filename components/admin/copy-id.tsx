'use client'

import { Check } from 'lucide-react'
import { shortId } from '@/components/format'
import { useCopy } from '@/components/ui/use-copy'

type CopyIdProps = { id: string; label: string; whole?: boolean }

/** An id, shortened in the middle; a click copies all of it. Where the browser forbids that, it is shown in full. */
export function CopyId({ id, label, whole = false }: CopyIdProps) {
  const { result, copy } = useCopy()
  const shown = whole || result === 'refused' ? id : shortId(id)
  return (
    <button
      type="button"
      onClick={() => copy(id)}
      title={id}
      aria-label={`${shown}, copy ${label}${shown === id ? '' : ` ${id}`}`}
      className="inline-flex max-w-full items-center gap-1 rounded-1 text-left align-bottom font-mono text-12 leading-5 hover:bg-hover hover:text-accent-text"
    >
      <span className="min-w-0 break-all">{shown}</span>
      {result === 'copied' && <Check aria-hidden className="size-3 flex-none text-st-shipped" />}
      <span role="status" className="sr-only">
        {result === 'copied' && 'Copied'}
      </span>
    </button>
  )
}
