import { count, duration } from '@/components/format'
import { Button } from '@/components/ui/button'
import type { Module } from '../desk-types'
import { figure } from '../figures'
import { May } from '../may'
import { ModuleName } from '../modules'
import { Moment } from '../moment'
import type { Group } from './questions'

type Act = { many: number; pending?: string; dryRun: () => void; redrive: () => void; askDiscard: () => void }

/** What a group is about, and what can be done with what is chosen of it, or with all. */
export function GroupHead({ group, act }: { group: Group; act: Act }) {
  return (
    <header className="flex min-h-14 flex-wrap items-center gap-x-3 gap-y-2 px-4 py-2 max-md:px-3.5">
      <h2 className="min-w-0 font-semibold text-14 tracking-title wrap-anywhere">
        {group.cause || 'No error was kept'}
      </h2>
      <span className="flex flex-wrap items-center gap-x-3 text-12">
        <ModuleName module={group.module as Module} />
        <span className="text-ink-3">on {group.eventType}</span>
      </span>
      <span className="ml-auto flex flex-wrap items-center gap-2 max-md:ml-0">
        <May do="dead-letters:write">
          <Button variant="quiet" className="text-st-failed" onClick={act.askDiscard}>
            Discard…
          </Button>
          <Button pending={act.pending === 'Trying'} onClick={act.dryRun}>
            Dry run
          </Button>
          <Button variant="primary" pending={act.pending === 'Redriving'} onClick={act.redrive}>
            Redrive {figure(act.many)}
          </Button>
        </May>
      </span>
    </header>
  )
}

export function GroupFacts({ group, waitsMs }: { group: Group; waitsMs?: number[] }) {
  const { minAttempts, maxAttempts, firstAt, lastAt, parked, parkedLanes } = group
  const tries = minAttempts === maxAttempts ? `${maxAttempts} each` : `${minAttempts} to ${maxAttempts}`
  return (
    <dl className="grid grid-cols-4 gap-x-4 gap-y-3 border-line border-t px-4 py-3 tabular-nums max-lg:grid-cols-2 max-md:px-3.5 [&_dd]:font-medium [&_dt]:text-12 [&_dt]:text-ink-3">
      <div>
        <dt>Tries</dt>
        <dd>{maxAttempts < 2 ? 'refused at once' : `${tries}, then dead`}</dd>
      </div>
      <div>
        <dt>Waited on average</dt>
        <dd>{waitsMs?.length ? waitsMs.map(duration).join(', ') : '–'}</dd>
      </div>
      <div>
        <dt>First and last</dt>
        <dd>
          <Moment at={firstAt} /> to <Moment at={lastAt} />
        </dd>
      </div>
      <div>
        <dt>Parked behind</dt>
        <dd>{parked > 0 ? `${count(parked, 'event')} of ${count(parkedLanes, 'order')}` : 'nothing'}</dd>
      </div>
    </dl>
  )
}
