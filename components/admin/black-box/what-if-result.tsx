import clsx from 'clsx'
import { Fragment } from 'react'
import type { Outputs } from '@/components/trpc-provider'
import { DiffCount, DiffLines } from '../diff-lines'
import { ModuleName, ModuleSquare } from '../modules'
import { lifelines } from './diagram-layout'
import { diffOf } from './state-at'

type Result = Outputs['whatIf']['order']
type Line = Result['lines'][number]

/** Both stories side by side, and where each of the modules stands in the end. */
export function WhatIfResult({ result: { lines, real, other, refused } }: { result: Result }) {
  const states = lifelines.map((module) => ({ module, lines: diffOf(real[module], other[module]) }))
  return (
    <div className="grid border-line border-t md:grid-cols-[minmax(0,1fr)_336px]">
      <div className="min-w-0 md:border-line md:border-r">
        <table aria-label="Both stories" className="w-full table-fixed">
          <thead>
            <tr className="border-line border-b text-left text-12 text-ink-3">
              <th scope="col" className="px-4 py-2 font-medium max-md:px-3.5">
                What happened
              </th>
              <th scope="col" className="px-4 py-2 font-medium max-md:px-3.5">
                What would have happened
              </th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line, n) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a story may say the same more than once
              <tr key={n} className="border-line-soft border-b last:border-b-0">
                <Told line={line} on="real" sign="−" colour="bg-st-failed-soft text-st-failed" />
                <Told line={line} on="what-if" sign="+" colour="bg-st-shipped-soft text-st-shipped" />
              </tr>
            ))}
          </tbody>
        </table>
        {refused.map(({ eventType, why }) => (
          <p key={eventType} className="border-line border-t px-4 py-2 text-12 text-ink-2 max-md:px-3.5">
            {eventType} would have been refused: {why}.
          </p>
        ))}
      </div>
      <section aria-label="In the end" className="max-md:border-line max-md:border-t">
        <h3 className="flex justify-between px-4 py-2 text-12 text-ink-3 max-md:px-3.5">
          In the end
          <DiffCount lines={states.flatMap((state) => state.lines)} />
        </h3>
        <div className="pb-2 font-mono text-12 leading-5">
          {states.map(({ module, lines }) => (
            <section key={module} aria-label={`${module} in the end`}>
              <h4 className="px-3 pt-2 pb-1 font-sans">
                <ModuleName module={module} />
              </h4>
              {lines.length === 0 && <p className="px-3 pl-8.5 text-ink-3">nothing, either way</p>}
              <DiffLines lines={lines} />
            </section>
          ))}
        </div>
      </section>
    </div>
  )
}

/** Where a name is too long for its column, it is broken between its words. */
const wordsOf = (eventType: string) => eventType.split(/(?=[A-Z])/)

type ToldProps = { line: Line; on: 'real' | 'what-if'; sign: string; colour: string }

/** An event in one of the stories; what is there alone has its sign, so that colour never speaks alone. */
function Told({ line, on, sign, colour }: ToldProps) {
  const there = line.in === 'both' || line.in === on
  const alone = line.in === on
  return (
    <td className={clsx('px-4 py-1.5 align-top max-md:px-3.5', alone ? colour : 'text-ink-2')}>
      {there && (
        <span className="flex items-baseline gap-2">
          <span className="w-2 flex-none font-mono">{alone && sign}</span>
          <ModuleSquare module={line.module} className="size-2" />
          <span className="min-w-0">
            {wordsOf(line.eventType).map((word) => (
              <Fragment key={word}>
                <wbr />
                {word}
              </Fragment>
            ))}
          </span>
          <span className="sr-only">{line.module}</span>
        </span>
      )}
    </td>
  )
}
