'use client'

import { useEffect, useState } from 'react'
import type { HoldUp } from './story'

type Props = { holdUp: HoldUp }

/** "2 of 4, next in 2 s", and then "3 of 4, asking now". */
export function TryCount({ holdUp }: Props) {
  const seconds = useSecondsLeft(holdUp)
  const { failedAttempts, maxAttempts } = holdUp
  return (
    <span className="tabular-nums">
      {seconds > 0 ? failedAttempts : failedAttempts + 1} of {maxAttempts},{' '}
      <span className="whitespace-nowrap">{seconds > 0 ? `next in ${seconds} s` : 'asking now'}</span>
    </span>
  )
}

/** Four bars, one for each try: what came of it, or when it comes. */
export function AttemptsMeter({ holdUp }: Props) {
  const [wait] = useState(holdUp.dueInMs)
  const seconds = useSecondsLeft(holdUp)
  const { maxAttempts, failedAttempts, dead } = holdUp
  const numbers = Array.from({ length: maxAttempts }, (_, index) => index + 1)
  const waited = Math.min(100, Math.max(6, 100 - (seconds * 100_000) / Math.max(wait, 1)))
  const words = (number: number) => {
    if (number <= failedAttempts) return holdUp.module === 'payments' ? 'no answer' : 'failed'
    if (dead) return 'given up'
    if (number > failedAttempts + 1) return 'if needed'
    return seconds > 0 ? `in ${seconds} s` : 'now'
  }
  return (
    <div
      role="img"
      aria-label={numbers.map((number) => `Attempt ${number}: ${words(number)}`).join(', ')}
      className="col-start-2 col-end-4 mt-4 mb-2 grid grid-cols-4 gap-2 text-14/5 text-ink-3 tabular-nums"
    >
      {numbers.map((number) => {
        const failed = number <= failedAttempts
        const next = !dead && number === failedAttempts + 1
        return (
          <span key={number} className={next ? 'font-medium text-accent-text' : ''}>
            <span
              className={`mb-2 block h-1 overflow-hidden rounded-full ${failed ? 'bg-st-cancelled-solid' : next ? 'bg-accent-line' : 'bg-line'}`}
            >
              {next && <span className="block h-full bg-accent" style={{ width: `${waited}%` }} />}
            </span>
            <b className={`mr-1.5 font-medium ${next ? '' : 'text-ink-2'}`}>{number}</b>
            <span className="max-md:block">{words(number)}</span>
          </span>
        )
      })}
    </div>
  )
}

/** Counted down from the moment at which the page heard of it: the clocks here and there need not agree. */
function useSecondsLeft({ dueInMs }: HoldUp): number {
  const [left, setLeft] = useState(dueInMs)
  useEffect(() => {
    const due = performance.now() + dueInMs
    const look = () => setLeft(Math.max(0, due - performance.now()))
    look()
    const timer = setInterval(look, 250)
    return () => clearInterval(timer)
  }, [dueInMs])
  return Math.ceil(left / 1000)
}
