'use client'

import { LogOut, UserRound } from 'lucide-react'
import Link from 'next/link'
import { useEffect } from 'react'
import type { InDesk } from './places'

/** More often than a session is renewed, and seldom enough to be no work. */
const STAY_MS = 5 * 60_000

type SignedInProps = Pick<InDesk, 'visitor'> & {
  /** The page is left for another one of the desk. */
  onLeave?: () => void
}

/** Who is signed in, and the way out. Whoever looks at the desk stays signed in. */
export function SignedIn({ visitor: { email, role }, onLeave }: SignedInProps) {
  useEffect(() => {
    const stay = () => {
      if (document.visibilityState === 'visible') fetch('/api/session').catch(() => {})
    }
    const timer = setInterval(stay, STAY_MS)
    return () => clearInterval(timer)
  }, [])

  return (
    <div className="flex min-w-0 items-center gap-1 text-12 text-ink-2 max-md:text-14">
      <Link
        href="/admin/account"
        prefetch={false}
        onClick={onLeave}
        title="Your account"
        className="flex h-8 min-w-0 flex-1 items-center gap-2.5 rounded-2 px-2 hover:bg-hover hover:text-ink max-md:h-11 max-md:px-3"
      >
        <UserRound aria-hidden className="size-4 flex-none max-md:size-5" strokeWidth={1.6} />
        <span className="min-w-0 flex-1 truncate">
          {email} <span className="text-ink-3">{role}</span>
        </span>
      </Link>
      <button
        type="button"
        aria-label="Sign out"
        title="Sign out"
        onClick={signOut}
        className="grid size-8 flex-none place-items-center rounded-2 hover:bg-hover hover:text-ink max-md:size-11"
      >
        <LogOut aria-hidden className="size-4 max-md:size-5" strokeWidth={1.6} />
      </button>
    </div>
  )
}

/** Also when the server did not hear it: a new document shows who is signed in, if anybody. */
async function signOut() {
  await fetch('/api/session', { method: 'DELETE' }).catch(() => {})
  location.assign('/sign-in')
}
