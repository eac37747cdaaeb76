'use client'

import { type ReactNode, useLayoutEffect, useRef } from 'react'

type Props = {
  /** What it is, for who cannot see it. */
  label: string
  /** By its own key, a press beside it, or because it is no longer rendered. */
  onClose: () => void
  className: string
  children: ReactNode
}

/** Above everything else until it is closed; the focus goes back to where it was. */
export function Modal({ label, onClose, className, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)

  // Closed while it is still in the page: only then does the browser give the focus back.
  useLayoutEffect(() => {
    const shown = dialog.current
    shown?.showModal()
    return () => shown?.close()
  }, [])

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the key that closes it is the browser's own
    <dialog
      ref={dialog}
      aria-label={label}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      // What is inside covers all of it: a press on the dialog itself is one beside it.
      onClick={({ target, currentTarget }) => target === currentTarget && onClose()}
      className={className}
    >
      {children}
    </dialog>
  )
}
