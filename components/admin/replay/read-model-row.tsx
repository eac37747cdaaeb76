import { count, duration } from '@/components/format'
import type { Outputs } from '@/components/trpc-provider'
import { figure } from '../figures'
import { Moment } from '../moment'
import { Compared } from './compared'
import { Steps } from './steps'

export type ReadModel = Outputs['analytics']['models'][number]
export type Rebuild = NonNullable<ReadModel['rebuild']>

/** One model: what it says, how far behind it is, and what can be done about it. */
export function ReadModelRow({ model }: { model: ReadModel }) {
  const { name, says, live, rebuild } = model
  return (
    <li
      aria-label={name}
      className="grid grid-cols-[minmax(0,1fr)_150px_132px_260px] items-start gap-x-4 gap-y-2 border-line-soft border-b px-4 py-3 last:border-b-0 max-md:grid-cols-2 max-md:px-3.5"
    >
      <div className="grid gap-0.5 max-md:col-span-2">
        <h3 className="font-medium">{name}</h3>
        <p className="text-12 text-ink-2">{says}</p>
      </div>
      <p className="text-12 text-ink-2 tabular-nums">
        {behindOf(live)}
        <br />
        <span className="text-ink-3">{figure(live.events)} events</span>
      </p>
      <p className="text-12 text-ink-2 tabular-nums">
        generation {live.generation}
        <br />
        <span className="text-ink-3">
          {live.generation > 1 && live.readyAt ? (
            <>
              rebuilt <Moment at={live.readyAt} />
            </>
          ) : (
            'never rebuilt'
          )}
        </span>
      </p>
      <Steps model={model} />
      {rebuild && <Beside rebuild={rebuild} />}
    </li>
  )
}

function behindOf({ behind: { events, more, ms } }: ReadModel['live']): string {
  if (events === 0) return 'up to date'
  return `${figure(events)}${more ? '+' : ''} behind, ${duration(ms)}`
}

const states: Record<Rebuild['status'], string> = {
  BUILDING: 'is being built',
  PAUSED: 'is paused',
  READY: 'has caught up and follows the log',
  LIVE: 'is asked',
}

/** What is being built beside the one that is asked. */
function Beside({ rebuild }: { rebuild: Rebuild }) {
  const { generation, status, events, of, perSecond, leftMs, compared } = rebuild
  const done = of > 0 ? Math.min(100, (events / of) * 100) : 100
  return (
    <div className="col-span-full grid gap-2 rounded-2 bg-sunken px-3 py-2.5 text-12">
      <p className="flex flex-wrap justify-between gap-x-4 gap-y-1 tabular-nums" role="status">
        <span>
          Generation {generation} {states[status]}
        </span>
        <span className="text-ink-2">
          {figure(events)} of {count(of, 'event')}
          {perSecond !== null && `, ${figure(Math.round(perSecond))} a second`}
          {leftMs !== null && `, ${duration(leftMs)} left`}
        </span>
      </p>
      <div
        role="progressbar"
        aria-label={`Generation ${generation}`}
        aria-valuenow={Math.round(done)}
        aria-valuemin={0}
        aria-valuemax={100}
        className="h-1.5 overflow-hidden rounded-full bg-line"
      >
        <div className="h-full bg-accent" style={{ width: `${done}%` }} />
      </div>
      {compared && <Compared comparison={compared} />}
    </div>
  )
}
