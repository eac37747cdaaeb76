import { useQuery } from '@tanstack/react-query'
import { GitFork } from 'lucide-react'
import { useState } from 'react'
import { useTRPC } from '@/components/trpc-provider'
import { Skeleton } from '@/components/ui/skeleton'
import { chip } from '../filters'
import { reasonOf } from '../list-states'
import { Panel } from '../panel'
import type { EventStep } from './story'
import { WhatIfResult } from './what-if-result'
import { type Alternative, alternativeWords } from './what-if-words'

type WhatIfProps = {
  orderId: string
  /** The event that is looked at, and its number. */
  step: EventStep
  first?: Alternative
}

/** Forks the story at the event that is looked at: what would have become of the order, by the modules' own rules. */
export function WhatIf({ orderId, step: { index: at, event }, first }: WhatIfProps) {
  const trpc = useTRPC()
  const [chosen, setChosen] = useState(first)
  const offered = useQuery(trpc.whatIf.alternatives.queryOptions({ orderId }))
  const here = offered.data?.[at - 1] ?? []
  const alternative = here.find((each) => each === chosen)
  const result = useQuery({
    ...trpc.whatIf.order.queryOptions({ orderId, at, alternative: alternative ?? 'declined' }),
    enabled: alternative !== undefined,
  })

  function choose(next?: Alternative) {
    setChosen(next)
    keepInAddress(next, at)
  }

  const error = offered.error ?? result.error
  return (
    <Panel
      title="What if"
      aside={<span className="max-md:hidden">reckoned by the rules in memory, nothing is written</span>}
      className="mt-3"
    >
      <div className="flex min-h-12 flex-wrap items-center gap-2 px-4 py-2 max-md:px-3.5">
        <span className="mr-1 flex items-center gap-2 text-ink-2">
          <GitFork aria-hidden className="size-4 flex-none text-ink-3" strokeWidth={1.6} />
          {at}. {event.eventType}, but instead
        </span>
        {offered.isPending && <Skeleton className="h-7 w-40" />}
        {here.map((each) => (
          <button
            key={each}
            type="button"
            aria-pressed={each === alternative}
            onClick={() => choose(each === alternative ? undefined : each)}
            className={chip(each === alternative)}
          >
            {alternativeWords[each]}
          </button>
        ))}
        {offered.data && here.length === 0 && (
          <span className="text-ink-3">
            nothing: here the rules leave no other way. Choose another moment.
          </span>
        )}
      </div>
      {error && (
        <p role="alert" className="border-line border-t px-4 py-3 text-st-failed max-md:px-3.5">
          {reasonOf(error)}
        </p>
      )}
      {alternative && result.data && <WhatIfResult result={result.data} />}
    </Panel>
  )
}

function keepInAddress(alternative: Alternative | undefined, at: number) {
  const url = new URL(window.location.href)
  if (alternative) {
    url.searchParams.set('whatif', alternative)
    url.searchParams.set('at', String(at))
  } else url.searchParams.delete('whatif')
  window.history.replaceState(null, '', url)
}
