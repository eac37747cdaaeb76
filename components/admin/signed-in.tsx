'use client'

import { LogOut, UserRound } from 'lucide-react'
import { useEffect } from 'react'
import type { InDesk } from './places'

/** More often than a session is renewed, and seldom enough to be no work. */
const STAY_MS = 5 * 60_000

/** Who is signed in, and the way out. Whoever looks at the desk stays signed in. */
export function SignedIn({ visitor: { email, role } }: Pick<InDesk, 'visitor'>) {
  useEffect(() => {
    const stay = () => {
      if (document.visibilityState === 'visible') fetch('/api/session').catch(() => {})
    }
    const timer = setInterval(stay, STAY_MS)
    return () => clearInterval(timer)
  }, [])

  return (
    <div className="flex min-w-0 items-center gap-2.5 pl-2 text-12 text-ink-2 max-md:pl-3 max-md:text-14">
      <UserRound aria-hidden className="size-4 flex-none max-md:size-5" strokeWidth={1.6} />
      <p className="min-w-0 flex-1 truncate" title={email}>
        {email} <span className="text-ink-3">{role}</span>
      </p>
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
