'use client'

import { ArrowLeft } from 'lucide-react'
import type { Route } from 'next'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import type { MouseEvent } from 'react'

/**
 * Back to the list. When that is where one comes from it goes back in history, to the same filters, page and scroll;
 * with a fresh tab, or a browser that does not tell, it is a plain link.
 */
export function BackLink({ href, name }: { href: Route; name: string }) {
  const router = useRouter()

  function goBack(event: MouseEvent) {
    if (event.metaKey || event.ctrlKey || event.shiftKey || !cameFrom(href)) return
    event.preventDefault()
    router.back()
  }

  return (
    <Link
      href={href}
      onClick={goBack}
      aria-label={`Back to ${name}`}
      className="-ml-2 grid size-8 flex-none place-items-center rounded-2 text-ink-2 hover:bg-hover hover:text-ink max-md:-mr-2 max-md:-ml-3 max-md:size-11"
    >
      <ArrowLeft aria-hidden className="size-4" strokeWidth={1.6} />
    </Link>
  )
}

function cameFrom(pathname: string): boolean {
  if (!('navigation' in window)) return false
  const { currentEntry } = window.navigation
  const before = currentEntry && window.navigation.entries()[currentEntry.index - 1]
  return Boolean(before?.url && new URL(before.url).pathname === pathname)
}
