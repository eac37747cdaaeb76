import { duration } from '@/components/format'
import { DiffCount, DiffLines } from '../diff-lines'
import { ModuleName } from '../modules'
import { Panel } from '../panel'
import { lifelines } from './diagram-layout'
import { diffOf, stateAt } from './state-at'
import type { EventStep } from './story'

type StatePanelProps = { steps: EventStep[]; moment: number }

/** What each module knew after the event that is looked at, and what that event changed. */
export function StatePanel({ steps, moment }: StatePanelProps) {
  const events = steps.map(({ event }) => event)
  const [before, now] = [stateAt(events, moment - 1), stateAt(events, moment)]
  const [first, current] = [steps[0], steps[moment - 1]]
  const modules = lifelines.map((module) => ({ module, lines: diffOf(before[module], now[module]) }))
  const over = ['REJECTED', 'PAYMENT_FAILED', 'CANCELLED'].includes(now.orders.status ?? '')
  return (
    <Panel
      title={`State at ${duration(first && current ? current.at.getTime() - first.at.getTime() : 0)}`}
      aside={<DiffCount lines={modules.flatMap(({ lines }) => lines)} />}
    >
      <div className="py-1 font-mono text-12 leading-5">
        {modules.map(({ module, lines }) => (
          <section key={module} aria-label={`State of ${module}`}>
            <h3 className="px-3 pt-2 pb-1 font-sans tracking-normal">
              <ModuleName module={module} />
            </h3>
            {lines.length === 0 && (
              <p className="px-3 pl-8.5 text-ink-3">{over ? 'none, and none will come' : 'nothing yet'}</p>
            )}
            <DiffLines lines={lines} />
          </section>
        ))}
      </div>
    </Panel>
  )
}
