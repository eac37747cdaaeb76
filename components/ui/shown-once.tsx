'use client'

import { Dialog } from '@base-ui/react/dialog'
import { Check, Copy } from 'lucide-react'
import { type ReactNode, useRef, useState } from 'react'
import { Button } from './button'
import { FieldError } from './field'
import { useCopy } from './use-copy'

type ShownOnceProps = {
  title: string
  /** What it lets in, and what to do when it is lost. */
  said: string
  /** Lines are shown as lines. */
  secret: string
  close: () => void
  /** What belongs to it, such as how it is sent. */
  children?: ReactNode
  /** Another way out, beside closing. */
  aside?: ReactNode
}

/** A secret that nobody can be shown again: it is closed by who says that they have it, and by nothing else. */
export function ShownOnce({ title, said, secret, close, children, aside }: ShownOnceProps) {
  const copyButton = useRef<HTMLButtonElement>(null)
  const { result, copy } = useCopy()
  const [isKept, setKept] = useState(false)
  const CopyIcon = result === 'copied' ? Check : Copy
  return (
    <Dialog.Root open disablePointerDismissal>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-40 bg-(--scrim)" />
        <Dialog.Popup
          initialFocus={copyButton}
          className="fixed inset-x-4 top-1/2 z-40 mx-auto grid max-h-[calc(100dvh-32px)] max-w-140 -translate-y-1/2 grid-cols-[minmax(0,1fr)] gap-4 overflow-y-auto rounded-4 bg-raised p-6 text-13 text-ink shadow-4 outline-none max-md:inset-x-0 max-md:top-auto max-md:bottom-0 max-md:translate-y-0 max-md:rounded-b-none max-md:p-4 max-md:pb-[calc(16px+env(safe-area-inset-bottom))]"
        >
          <div className="grid gap-1">
            <Dialog.Title className="font-semibold text-16 tracking-title">{title}</Dialog.Title>
            <Dialog.Description className="text-ink-2">{said}</Dialog.Description>
          </div>
          <div className="flex items-center gap-2 rounded-3 border border-line-strong bg-sunken py-3 pr-2 pl-4">
            <code className="min-w-0 flex-1 whitespace-pre-line font-mono text-13 wrap-anywhere">
              {secret}
            </code>
            <Button ref={copyButton} variant="primary" onClick={() => copy(secret)} className="max-md:h-11">
              <CopyIcon aria-hidden className="size-3.5" strokeWidth={1.8} />
              {result === 'copied' ? 'Copied' : 'Copy'}
            </Button>
            <span role="status" className="sr-only">
              {result === 'copied' && 'Copied'}
            </span>
          </div>
          {result === 'refused' && (
            <div role="alert">
              <FieldError>Your browser does not let us copy. Select it and copy it by hand.</FieldError>
            </div>
          )}
          {children}
          <label className="flex w-fit cursor-pointer items-center gap-2.5 py-1 max-md:min-h-11">
            <input
              type="checkbox"
              checked={isKept}
              onChange={({ target }) => setKept(target.checked)}
              className="size-4 accent-accent"
            />
            I have put it somewhere safe
          </label>
          <div className="flex items-center justify-between gap-2">
            <div>{aside}</div>
            <Button onClick={close} disabled={!isKept} className="max-md:h-11">
              Close
            </Button>
          </div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
