'use client'

import { time } from '@/components/format'
import { LocalTime, useHydrated } from '@/components/ui/local-time'
import { AttemptsMeter, TryCount } from './attempts'
import type { Step } from './steps'

/** The vertical track. A screen reader hears the mood of a step where the eye sees its colour. */
export function OrderTrack({ steps }: { steps: Step[] }) {
  return (
    <ol className="mt-8 md:mt-10">
      {steps.map((step, index) => (
        <TrackStep key={step.key} step={step} next={steps[index + 1]} />
      ))}
    </ol>
  )
}

const knobs: Record<Step['mood'], string> = {
  done: 'border-[1.5px] border-accent bg-accent text-accent-ink',
  now: 'border-2 border-accent bg-ground text-accent-text shadow-[0_0_0_5px_var(--accent-soft)]',
  todo: 'border-[1.5px] border-line bg-ground text-ink-3',
  bad: 'border-[1.5px] border-st-failed-solid bg-st-failed-solid text-surface',
  stop: 'border-[1.5px] border-st-cancelled-solid bg-st-cancelled-soft text-st-cancelled',
  back: 'border-[1.5px] border-line bg-sunken text-ink-2',
}

const spoken: Partial<Record<Step['mood'], string>> = { now: 'Now: ', todo: 'Still to come: ' }

function TrackStep({ step, next }: { step: Step; next?: Step }) {
  const { mood, icon: Icon, text, note, at, tries } = step
  return (
    <li
      aria-current={mood === 'now' ? 'step' : undefined}
      className="relative grid grid-cols-[32px_1fr_auto] gap-x-4 pb-6 last:pb-0 md:pb-8"
    >
      {next && <span aria-hidden className={`${rail} ${railColour(step, next)}`} />}
      <span
        className={`grid size-8 place-items-center rounded-full transition-colors duration-(--slow) ${knobs[mood]}`}
      >
        <Icon aria-hidden className="size-4" strokeWidth={1.6} />
      </span>
      <span className={`pt-1 ${mood === 'todo' ? 'text-ink-3' : 'font-medium'}`}>
        <span className="sr-only">{spoken[mood]}</span>
        {tries && !tries.holdUp.dead ? (
          <>
            {tries.what} <TryCount holdUp={tries.holdUp} />
          </>
        ) : (
          text
        )}
      </span>
      <span className="pt-1 text-14/6 text-ink-3">
        {at ? <StepTime at={at} /> : mood === 'now' && <span aria-hidden>now</span>}
      </span>
      {tries && <AttemptsMeter key={tries.holdUp.failedAttempts} holdUp={tries.holdUp} />}
      {note && <p className="col-start-2 col-end-4 mt-1 text-15 text-ink-2">{note}</p>}
    </li>
  )
}

/** The time of day while that says enough, afterwards the day too. */
function StepTime({ at }: { at: Date }) {
  const timeZone = useHydrated() ? undefined : 'UTC'
  const isToday = time(at, 'day', timeZone) === time(new Date(), 'day', timeZone)
  return <LocalTime at={at} shape={isToday ? 'seconds' : 'moment'} />
}

const rail = 'absolute top-[34px] bottom-0.5 left-[15px] w-0.5 rounded-full'

function railColour(step: Step, next: Step): string {
  if (step.mood !== 'done') return 'bg-line'
  if (next.mood === 'done') return 'bg-accent'
  return 'bg-linear-to-b from-40% from-accent to-40% to-line'
}
