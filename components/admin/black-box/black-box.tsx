import { Tabs } from '@base-ui/react/tabs'
import clsx from 'clsx'
import { Inbox } from 'lucide-react'
import { useState } from 'react'
import { count } from '@/components/format'
import { Skeleton } from '@/components/ui/skeleton'
import { Empty, Failed } from '../list-states'
import { May } from '../may'
import { Panel } from '../panel'
import { Diagram } from './diagram'
import { EventPanel } from './event-panel'
import type { Verdict } from './receipts'
import { StatePanel } from './state-panel'
import { eventsOf, type Step } from './story'
import { TimeTravel } from './time-travel'
import { Timeline } from './timeline'
import type { useBlackBox } from './use-black-box'
import { useMoment } from './use-moment'
import { WhatIf } from './what-if'
import type { Alternative } from './what-if-words'

const views = ['Timeline', 'Diagram', 'State'] as const
type View = (typeof views)[number]

type BlackBoxProps = {
  box: Pick<ReturnType<typeof useBlackBox>, 'steps' | 'query'>
  at?: number
  whatIf?: Alternative
}

/** What happened, as a list, as a picture and as a state, all three at the same moment. On a phone one at a time. */
export function BlackBox({ box: { steps, query }, at, whatIf }: BlackBoxProps) {
  const events = eventsOf(steps ?? [])
  const time = useMoment(events.length, at)
  const [view, setView] = useState<View>('Timeline')
  const current = events[time.moment - 1]

  if (query.error && !steps) {
    return (
      <Panel>
        <Failed title="The story did not arrive" query={query} />
      </Panel>
    )
  }
  if (!steps) return <BlackBoxSkeleton />
  if (!current) {
    return (
      <Panel>
        <Empty Icon={Inbox} title="No event yet">
          <p>The first one arrives with the order.</p>
        </Empty>
      </Panel>
    )
  }
  const only = (name: View) => clsx('min-w-0', view !== name && 'max-md:hidden')
  return (
    <>
      <TimeTravel steps={steps} time={time} />
      <Views view={view} setView={setView} />
      <div className="grid grid-cols-[minmax(0,376px)_minmax(0,1fr)_296px] items-start gap-3 max-md:grid-cols-1 max-xl:md:grid-cols-2">
        <div className={only('Timeline')}>
          <Panel title="Timeline" aside="time since the one before">
            <Timeline steps={steps} moment={time.moment} go={time.go} />
          </Panel>
        </div>
        <div className={only('Diagram')}>
          <Panel title="What really happened" aside={inShort(steps)}>
            <Diagram steps={steps} moment={time.moment} />
          </Panel>
        </div>
        <div className={clsx('grid gap-3 max-xl:md:col-span-2 max-xl:md:grid-cols-2', only('State'))}>
          <StatePanel steps={events} moment={time.moment} />
          <EventPanel step={current} />
        </div>
      </div>
      <May do="analytics:read">
        <WhatIf orderId={current.event.lane} step={current} first={whatIf} />
      </May>
    </>
  )
}

type ViewsProps = { view: View; setView: (view: View) => void }

function Views({ view, setView }: ViewsProps) {
  return (
    <Tabs.Root value={view} onValueChange={setView} className="mb-3 md:hidden">
      <Tabs.List
        aria-label="What to see of the story"
        className="grid grid-cols-3 rounded-2 border border-line bg-sunken p-0.5"
      >
        {views.map((name) => (
          <Tabs.Tab
            key={name}
            value={name}
            className="h-10 rounded-1 font-medium text-ink-2 data-active:bg-raised data-active:text-ink data-active:shadow-1"
          >
            {name}
          </Tabs.Tab>
        ))}
      </Tabs.List>
    </Tabs.Root>
  )
}

/** What went otherwise than straight through. */
function inShort(steps: Step[]): string {
  const reactions = eventsOf(steps).flatMap((step) => step.reactions)
  const retries = steps.filter((step) => step.kind === 'mark' && step.mark === 'FAILED').length
  const parked = reactions.filter((reaction) => reaction.parked).length
  const having = (verdict: Verdict) => reactions.filter((reaction) => reaction.verdict === verdict).length
  return [
    retries > 0 && count(retries, 'retry', 'retries'),
    parked > 0 && `${parked} parked`,
    having('ignored') > 0 && `${having('ignored')} ignored`,
    having('dead') > 0 && `${having('dead')} dead`,
  ]
    .filter(Boolean)
    .join(', ')
}

/** In its final shape, before anything is known. */
function BlackBoxSkeleton() {
  return (
    <div aria-busy="true">
      <div className="mb-3 h-16.5 rounded-3 border border-line bg-surface max-md:h-25" />
      <div className="grid grid-cols-[minmax(0,376px)_minmax(0,1fr)_296px] items-start gap-3 max-md:grid-cols-1 max-xl:md:grid-cols-2">
        <Panel title="Timeline">
          <div className="grid gap-7 px-4 py-5">
            {['w-24', 'w-36', 'w-30', 'w-34', 'w-20', 'w-32', 'w-26'].map((width) => (
              <Skeleton key={width} className={`h-4 ${width}`} />
            ))}
          </div>
        </Panel>
        <Panel title="What really happened" className="max-md:hidden">
          <div className="h-80" />
        </Panel>
        <Panel title="State" className="max-xl:hidden">
          <div className="h-60" />
        </Panel>
      </div>
    </div>
  )
}
