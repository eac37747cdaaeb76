import { BellRing, Info } from 'lucide-react'
import { wordsOf } from './hold-words'
import type { Poked } from './questions'

/** What a poke did, and of what it did not touch, why not. */
export function PokeAnswer({ poked, notDue }: Poked) {
  return (
    <div role="status" className="grid gap-1 px-4 py-2.5 max-md:px-3.5">
      {poked.map(({ eventId, eventType, module }) => (
        <p key={`${eventId} ${module}`} className="flex items-center gap-2">
          <BellRing aria-hidden className="size-3.5 flex-none text-st-shipped-solid" strokeWidth={1.8} />
          Poked {module} for {eventType}.
        </p>
      ))}
      {poked.length === 0 && (
        <p className="flex items-center gap-2">
          <Info aria-hidden className="size-3.5 flex-none text-ink-3" strokeWidth={1.8} />
          {notDue.length === 0
            ? 'Nothing is left to do here, so nobody was poked.'
            : 'Nothing was due, so nobody was poked.'}
        </p>
      )}
      {notDue.map(({ eventId, eventType, module, hold }) => (
        <p key={`${eventId} ${module}`} className="pl-5.5 text-12 text-ink-3">
          Left alone: {module} for {eventType}, {wordsOf(hold).said}
        </p>
      ))}
    </div>
  )
}
