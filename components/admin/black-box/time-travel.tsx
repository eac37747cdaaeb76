import clsx from 'clsx'
import { Pause, Play, SkipBack, SkipForward } from 'lucide-react'
import type { ReactNode } from 'react'
import { duration } from '@/components/format'
import { ModuleSquare } from '../modules'
import { eventsOf, type MarkStep, type Step } from './story'
import type { useMoment } from './use-moment'

/** Half the thumb: the first and the last event stand this far from the ends. */
const END = 10

type TimeTravelProps = { steps: Step[]; time: ReturnType<typeof useMoment> }

/** The story as a line: a square for each event, a ring for each try, and a handle that goes through time. */
export function TimeTravel({ steps, time: { moment, playing, go, play } }: TimeTravelProps) {
  const events = eventsOf(steps)
  const [first, current, last] = [events[0], events[moment - 1], events.at(-1)]
  const since = (step = first) => duration(step && first ? step.at.getTime() - first.at.getTime() : 0)
  return (
    <section
      aria-label="Time travel"
      className="sticky top-[calc(56px+var(--banner))] z-5 mb-3 grid grid-cols-[auto_minmax(0,1fr)_136px] items-center gap-4 rounded-3 border border-line bg-surface px-4 py-2.5 max-md:top-[calc(52px+var(--banner))] max-md:grid-cols-[auto_minmax(0,1fr)] max-md:gap-x-2 max-md:gap-y-0 max-md:pt-1 max-md:pb-2"
    >
      <span className="-ml-2 flex gap-0.5">
        <StepButton label="One event back" onClick={() => go(moment - 1)} disabled={moment <= 1}>
          <SkipBack aria-hidden className="size-3.5" strokeWidth={1.8} />
        </StepButton>
        <StepButton label={playing ? 'Pause' : 'Play'} onClick={play} disabled={events.length < 2}>
          {playing ? (
            <Pause aria-hidden className="size-4" strokeWidth={1.8} />
          ) : (
            <Play aria-hidden className="size-4" strokeWidth={1.8} />
          )}
        </StepButton>
        <StepButton label="One event on" onClick={() => go(moment + 1)} disabled={moment >= events.length}>
          <SkipForward aria-hidden className="size-3.5" strokeWidth={1.8} />
        </StepButton>
      </span>
      <div className="relative h-11 max-md:col-span-2 max-md:row-start-2">
        <Rail steps={steps} moment={moment} />
        <input
          type="range"
          aria-label="Moment"
          aria-valuetext={`${moment} of ${events.length}, ${current?.event.eventType}`}
          min={1}
          max={Math.max(events.length, 1)}
          value={moment}
          onChange={({ target }) => go(Number(target.value))}
          className={slider}
        />
        <span className="pointer-events-none absolute inset-x-0 -bottom-0.5 flex justify-between text-11 text-ink-3 leading-3 tabular-nums">
          <span>0</span>
          <span>{since(last)}</span>
        </span>
      </div>
      <p className="text-right text-12 max-md:col-start-2 max-md:row-start-1" role="status">
        <span className="block font-medium text-13 tabular-nums">
          {moment} of {events.length}
        </span>
        <span className="block truncate text-ink-3">{current?.event.eventType}</span>
      </p>
    </section>
  )
}

const slider =
  'absolute inset-x-0 top-0 h-11 w-full cursor-pointer appearance-none rounded-2 bg-transparent [&::-moz-range-thumb]:size-2 [&::-moz-range-thumb]:box-content [&::-moz-range-thumb]:rounded-full [&::-moz-range-thumb]:border-6 [&::-moz-range-thumb]:border-accent [&::-moz-range-thumb]:bg-raised [&::-webkit-slider-thumb]:size-5 [&::-webkit-slider-thumb]:appearance-none [&::-webkit-slider-thumb]:rounded-full [&::-webkit-slider-thumb]:border-6 [&::-webkit-slider-thumb]:border-accent [&::-webkit-slider-thumb]:bg-raised [&::-webkit-slider-thumb]:shadow-2'

type StepButtonProps = { label: string; onClick: () => void; disabled: boolean; children: ReactNode }

function StepButton({ label, onClick, disabled, children }: StepButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      onClick={onClick}
      // Stays focusable at the end of the line, so that the keyboard does not lose its place.
      aria-disabled={disabled || undefined}
      className="grid size-8 place-items-center rounded-2 text-ink-2 hover:bg-hover hover:text-ink aria-disabled:text-ink-3 max-md:size-11"
    >
      {children}
    </button>
  )
}

/** A wait is dotted from here on. */
const WAITED_MS = 1_000

function Rail({ steps, moment }: { steps: Step[]; moment: number }) {
  const events = eventsOf(steps)
  const at = (place: number) => ({
    left: `calc(${END}px + (100% - ${2 * END}px) * ${events.length > 1 ? place / (events.length - 1) : 0})`,
  })
  const marks = steps.filter((step): step is MarkStep => step.kind === 'mark')
  return (
    <span aria-hidden className="pointer-events-none absolute inset-0">
      {events.slice(1).map((step, index) => {
        const before = events[index]
        const waited = before && step.at.getTime() - before.at.getTime() >= WAITED_MS
        return (
          <span
            key={step.key}
            style={{ ...at(index), width: `calc((100% - ${2 * END}px) / ${events.length - 1})` }}
            className={clsx(
              'absolute top-5 h-1',
              step.index <= moment
                ? waited
                  ? 'bg-[repeating-linear-gradient(90deg,var(--accent)_0_5px,transparent_5px_9px)]'
                  : 'bg-accent'
                : waited
                  ? 'bg-[repeating-linear-gradient(90deg,var(--line-strong)_0_5px,transparent_5px_9px)]'
                  : 'bg-line',
            )}
          />
        )
      })}
      {events.map((step, index) => (
        <span key={step.key} style={at(index)} className="absolute top-[17px] -ml-[5px]">
          <ModuleSquare module={step.module} className="size-2.5 ring-2 ring-surface" />
        </span>
      ))}
      {marks.map((step) => {
        const among = marks.filter(({ index }) => index === step.index)
        const place = step.index - 1 + (among.indexOf(step) + 1) / (among.length + 1)
        const failed = step.mark === 'FAILED' || step.mark === 'DEAD'
        return (
          <span
            key={step.key}
            style={at(Math.min(place, Math.max(events.length - 1, 0)))}
            className={clsx(
              'absolute top-[18px] -ml-1 size-2 rounded-full border-2 bg-surface',
              failed ? 'border-st-failed-solid' : 'border-st-shipped-solid',
            )}
          />
        )
      })}
    </span>
  )
}
