import { CircleAlert, KeyRound, LockKeyhole } from 'lucide-react'
import { Note } from '../note'
import type { Claim } from './use-claim'

/** Why there is no name here and nothing to press, and how to come by them. */
export function NotYours({ claim }: { claim: Claim }) {
  if (claim === 'pending') {
    return (
      <Note icon={KeyRound} role="status" className="mt-6">
        Opening your private link…
      </Note>
    )
  }
  if (claim === 'error') {
    return (
      <Note icon={CircleAlert} tone="warn" role="alert" className="mt-6">
        This link does not open the order. It may have lost a letter on its way: ask whoever sent it for a new
        one.
      </Note>
    )
  }
  return (
    <Note icon={LockKeyhole} className="mt-6">
      This browser did not place this order, so you see how far it is, and not whose it is. Is it yours? Open
      its private link here, or this page in the browser that you ordered with.
    </Note>
  )
}
