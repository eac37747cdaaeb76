import type { ReactNode } from 'react'
import type { StoreEvent } from './desk-types'

/** Longer than this, a list or an object inside the payload is closed until it is asked for. */
const LONG = 12

/** The envelope as it stands in the log, coloured; what is long in it can be closed. */
export function EventJson({ event }: { event: StoreEvent }) {
  // As it goes over the wire: times are text.
  const envelope = JSON.parse(JSON.stringify(event)) as Json
  return (
    <div className="whitespace-pre-wrap break-all bg-sunken px-4 py-3 font-mono text-12 leading-5">
      <Value value={envelope} depth={0} />
    </div>
  )
}

type Json = string | number | boolean | null | Json[] | { [key: string]: Json }
type ValueProps = { value: Json; depth: number; name?: string; comma?: boolean }

function Value({ value, depth, name, comma = false }: ValueProps) {
  const key = name !== undefined && (
    <>
      <span className="text-code-key">{JSON.stringify(name)}</span>:{' '}
    </>
  )
  if (typeof value !== 'object' || value === null) {
    return (
      <Line depth={depth}>
        {key}
        <span className={typeof value === 'string' ? 'text-code-str' : 'text-code-num'}>
          {JSON.stringify(value)}
        </span>
        {comma && ','}
      </Line>
    )
  }
  return <Nested {...{ value, depth, comma }}>{key}</Nested>
}

type NestedProps = { value: object; depth: number; comma: boolean; children: ReactNode }

function Nested({ value, depth, comma, children }: NestedProps) {
  const isList = Array.isArray(value)
  const entries = Object.entries(value) as [string, Json][]
  const [opening, closing] = isList ? ['[', ']'] : ['{', '}']
  const end = `${closing}${comma ? ',' : ''}`
  if (entries.length === 0) {
    return (
      <Line depth={depth}>
        {children}
        {opening}
        {end}
      </Line>
    )
  }
  const inside = entries.map(([key, each], index) => (
    <Value
      key={key}
      name={isList ? undefined : key}
      value={each}
      depth={depth + 1}
      comma={index < entries.length - 1}
    />
  ))
  if (depth === 0) {
    return (
      <>
        <Line depth={depth}>{opening}</Line>
        {inside}
        <Line depth={depth}>{end}</Line>
      </>
    )
  }
  return (
    <details open={depth === 1 || linesOf(value) <= LONG}>
      <summary className="cursor-pointer list-none rounded-1 hover:bg-hover [&::-webkit-details-marker]:hidden">
        <Line depth={depth}>
          {children}
          {opening}
          <span className="hidden text-ink-3 [details:not([open])>summary_&]:inline">
            {' '}
            {entries.length} {isList ? 'in the list' : 'inside'} {end}
          </span>
        </Line>
      </summary>
      {inside}
      <Line depth={depth}>{end}</Line>
    </details>
  )
}

const Line = ({ depth, children }: { depth: number; children: ReactNode }) => (
  <span className="block" style={{ paddingLeft: `${depth * 2}ch` }}>
    {children}
  </span>
)

const linesOf = (value: unknown) => JSON.stringify(value, null, 2).split('\n').length
