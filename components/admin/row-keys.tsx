'use client'

import { useEffect } from 'react'

/**
 * The desk's keys: j and k go down and up the rows of a page's table, enter opens the row as it opens any link, x
 * chooses it where rows can be chosen, and a slash goes to the first field that narrows the list. While somebody types
 * they are letters.
 */
export function RowKeys() {
  useEffect(() => {
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
  return null
}

function onKey(event: KeyboardEvent) {
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
  if (event.key === 'x') return checkboxHere()?.click()
  const target =
    event.key === 'j'
      ? rowBeside(1)
      : event.key === 'k'
        ? rowBeside(-1)
        : event.key === '/'
          ? firstField()
          : null
  if (!target) return
  event.preventDefault()
  target.focus()
  target.scrollIntoView({ block: 'nearest' })
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('input:not([type=checkbox]), textarea, select'))
  )
}

function rowBeside(step: 1 | -1): HTMLElement | null {
  const rows = [...document.querySelectorAll<HTMLElement>('main tbody tr')].flatMap(
    (row) => row.querySelector<HTMLElement>('a[href], button') ?? [],
  )
  const current = rows.findIndex((row) => row.closest('tr')?.contains(document.activeElement))
  return rows[current === -1 ? (step === 1 ? 0 : rows.length - 1) : current + step] ?? null
}

const checkboxHere = () =>
  document.activeElement
    ?.closest('main tbody tr')
    ?.querySelector<HTMLElement>('input[type=checkbox]:not(:disabled)')

const firstField = () => document.querySelector<HTMLElement>('main search input')
