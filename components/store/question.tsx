'use client'

import type { ReactNode, RefObject } from 'react'
import { Button } from '@/components/ui/button'

type Props = {
  /** Opened by `showModal`. */
  ref: RefObject<HTMLDialogElement | null>
  title: string
  children: ReactNode
  no: string
  yes: string
  pending?: boolean
  onYes: () => void
  onClose?: () => void
}

/** One question before something that cannot be undone. A native dialog: esc, focus and backdrop come with it. */
export function Question({ ref, title, children, no, yes, pending, onYes, onClose }: Props) {
  return (
    <dialog
      ref={ref}
      aria-label={title}
      onClose={onClose}
      className="m-auto w-full max-w-[min(480px,calc(100vw-32px))] rounded-4 bg-raised p-6 text-ink shadow-4"
    >
      <h2 className="font-medium text-20">{title}</h2>
      <p className="mt-2 text-15 text-ink-2">{children}</p>
      <div className="mt-6 flex flex-wrap justify-end gap-3">
        <Button size="mid" className="h-11" onClick={() => ref.current?.close()}>
          {no}
        </Button>
        <Button variant="danger" size="mid" className="h-11" pending={pending} onClick={onYes}>
          {yes}
        </Button>
      </div>
    </dialog>
  )
}
