'use client'

import clsx from 'clsx'
import { usePathname, useSearchParams } from 'next/navigation'
import type { ReactNode } from 'react'
import { rowLink } from './data-table'

/**
 * Which row of a list is open in the drawer: it stands in the address beside the filters, so that it can be shared and
 * gone back to. Opening another one asks the server for nothing but that row.
 */
export function useOpenRow(name: string, read: (value: string) => string | undefined) {
  const params = useSearchParams()
  const pathname = usePathname()
  const given = params.get(name)?.trim()

  function addressOf(id?: string) {
    const next = new URLSearchParams(params)
    if (id) next.set(name, id)
    else next.delete(name)
    return next.size > 0 ? `${pathname}?${next}` : pathname
  }
  return {
    open: given ? read(given) : undefined,
    addressOf,
    show: (id?: string) => window.history.pushState(null, '', addressOf(id)),
  }
}

export type OpenRow = ReturnType<typeof useOpenRow>

type RowOpenerProps = { row: OpenRow; id: string; label?: string; className?: string; children: ReactNode }

/** The link that opens a row; the whole row is its target. In a new tab it is a page like any other. */
export function RowOpener({ row, id, label, className, children }: RowOpenerProps) {
  return (
    <a
      href={row.addressOf(id)}
      aria-label={label}
      aria-current={row.open === id || undefined}
      className={clsx(rowLink, className)}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
        event.preventDefault()
        row.show(id)
      }}
    >
      {children}
    </a>
  )
}
