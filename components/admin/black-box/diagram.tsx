import clsx from 'clsx'
import { ModuleSquare } from '../modules'
import { type Layout, layOut, lifelines } from './diagram-layout'
import {
  Dotted,
  type Geometry,
  hues,
  Mark,
  Message,
  narrow,
  Words,
  Working,
  wide,
  xOf,
} from './diagram-parts'
import type { Step } from './story'

/** Who told whom what, drawn from what really happened; what comes after the moment is dashed. */
export function Diagram({ steps, moment }: { steps: Step[]; moment: number }) {
  const layout = layOut(steps, moment)
  return (
    <div className="px-2 pt-3 pb-2">
      <Drawing layout={layout} geometry={wide} className="max-md:hidden" />
      <Drawing layout={layout} geometry={narrow} className="md:hidden" />
      <ol className="sr-only" aria-label="The diagram in words">
        {steps.map((step) => (
          <li key={step.key}>
            {step.kind === 'mark'
              ? `${step.module}: ${step.words}`
              : `${step.module} says ${step.event.eventType}: ${
                  step.reactions.map(({ module, words }) => `${module}, ${words}`).join('; ') ||
                  'nobody reacts'
                }`}
          </li>
        ))}
      </ol>
    </div>
  )
}

type DrawingProps = { layout: Layout; geometry: Geometry; className: string }

function Drawing({ layout, geometry, className }: DrawingProps) {
  const { height, band, arrows, rings, dots, bars, notes } = layout
  return (
    <div aria-hidden className={clsx('relative mx-auto max-w-150', className)}>
      <Heads geometry={geometry} />
      <svg
        aria-hidden="true"
        viewBox={`0 0 ${geometry.width} ${height}`}
        className="w-full overflow-visible text-12"
      >
        {band && (
          <rect
            x="0"
            width={geometry.width}
            y={band.from}
            height={band.to - band.from}
            className="fill-accent-soft"
          />
        )}
        {lifelines.map((module) => {
          const x = xOf(geometry, module)
          return <line key={module} x1={x} x2={x} y1="30" y2={height} className="stroke-line stroke-[1.5]" />
        })}
        {dots.map((each) => (
          <Dotted key={`${each.module} ${each.from}`} {...each} geometry={geometry} />
        ))}
        {bars.map((each) => (
          <Working key={`${each.module} ${each.from} ${each.to}`} {...each} geometry={geometry} />
        ))}
        {arrows.map((each) => (
          <Message key={each.y} {...each} geometry={geometry} />
        ))}
        {rings.map((each) => (
          <Mark key={each.y} {...each} geometry={geometry} />
        ))}
        {notes.map((each) => (
          <Words key={each.y} {...each} geometry={geometry} />
        ))}
      </svg>
    </div>
  )
}

function Heads({ geometry }: { geometry: Geometry }) {
  return (
    <div className="absolute inset-x-0 top-0 h-6">
      {lifelines.map((module) => (
        <span
          key={module}
          style={{ left: `${(xOf(geometry, module) / geometry.width) * 100}%` }}
          className={clsx(
            'absolute flex h-6 -translate-x-1/2 items-center gap-1 rounded-2 px-2 font-medium text-12 max-md:px-1.5 max-md:text-11',
            hues[module].soft,
            hues[module].word,
          )}
        >
          <ModuleSquare module={module} className="size-2" />
          {module}
        </span>
      ))}
    </div>
  )
}
