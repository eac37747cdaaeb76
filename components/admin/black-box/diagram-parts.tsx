import clsx from 'clsx'
import type { Module } from '../desk-types'
import {
  type Arrow,
  type Bar,
  type Dots,
  lifelines,
  type Note,
  type Ring,
  type Tense,
} from './diagram-layout'

export const hues: Record<Module, { line: string; shape: string; soft: string; word: string }> = {
  orders: {
    line: 'stroke-mo-orders-solid',
    shape: 'fill-mo-orders-solid',
    soft: 'bg-mo-orders-soft',
    word: 'text-mo-orders',
  },
  inventory: {
    line: 'stroke-mo-inventory-solid',
    shape: 'fill-mo-inventory-solid',
    soft: 'bg-mo-inventory-soft',
    word: 'text-mo-inventory',
  },
  payments: {
    line: 'stroke-mo-payments-solid',
    shape: 'fill-mo-payments-solid',
    soft: 'bg-mo-payments-soft',
    word: 'text-mo-payments',
  },
  shipments: {
    line: 'stroke-mo-shipments-solid',
    shape: 'fill-mo-shipments-solid',
    soft: 'bg-mo-shipments-soft',
    word: 'text-mo-shipments',
  },
}

/** Its own geometry on a phone, so that the words stay readable. */
export const wide = { width: 480, first: 56, step: 123 }
export const narrow = { width: 328, first: 38, step: 82 }
export type Geometry = typeof wide

export const xOf = ({ first, step }: Geometry, module: Module) => first + step * lifelines.indexOf(module)

type On<T> = T & { geometry: Geometry }

export function Message({ y, from, to, label, tense, end, geometry }: On<Arrow>) {
  const [start, tip] = [xOf(geometry, from), xOf(geometry, to)]
  const sign = Math.sign(tip - start)
  const head = tip - sign * (end === 'parked' ? 13 : 6)
  const faded = tense === 'future'
  const hue = faded ? 'stroke-ink-3' : hues[from].line
  return (
    <>
      <path
        d={`M${start + sign * 6} ${y}H${head - sign * 6}`}
        strokeDasharray={faded ? '4 3' : undefined}
        className={clsx('stroke-[1.75]', hue)}
      />
      <path d={`M${head} ${y}l${-8 * sign}-4v8z`} className={faded ? 'fill-ink-3' : hues[from].shape} />
      <Label x={(start + tip) / 2} y={y - 7} anchor="middle" tense={tense} strong={!faded}>
        {label}
      </Label>
      {end === 'parked' && <Parked x={tip} y={y} faded={faded} />}
    </>
  )
}

function Parked({ x, y, faded }: { x: number; y: number; faded: boolean }) {
  return (
    <g className={clsx('fill-none stroke-[1.75]', faded ? 'stroke-ink-3' : 'stroke-st-cancelled-solid')}>
      <rect x={x - 8} y={y - 8} width="16" height="16" rx="4" className="fill-surface" />
      <path d={`M${x - 2.5} ${y - 3.5}v7M${x + 2.5} ${y - 3.5}v7`} strokeLinecap="round" />
    </g>
  )
}

const marks: Record<Ring['mark'], { ring: string; word: string; sign: string }> = {
  FAILED: { ring: 'stroke-st-failed-solid', word: 'fill-st-failed', sign: 'm-2.5-2.5l5 5m0-5l-5 5' },
  DEAD: { ring: 'stroke-st-failed-solid', word: 'fill-st-failed', sign: 'm-2.5-2.5l5 5m0-5l-5 5' },
  DONE: { ring: 'stroke-st-shipped-solid', word: 'fill-st-shipped', sign: 'm-3 0l2 2.5l4-5' },
  REDRIVEN: { ring: 'stroke-st-confirmed-solid', word: 'fill-st-confirmed', sign: 'm-2.5 0h5m-2-2l2 2l-2 2' },
  DISCARDED: { ring: 'stroke-st-cancelled-solid', word: 'fill-st-cancelled', sign: 'm-3 0h6' },
}

export function Mark({ y, module, mark, label, tense, geometry }: On<Ring>) {
  const x = xOf(geometry, module)
  const { ring, word, sign } = marks[mark]
  const faded = tense === 'future'
  return (
    <>
      <circle
        cx={x}
        cy={y}
        r="8"
        className={clsx('fill-surface stroke-[1.75]', faded ? 'stroke-ink-3' : ring)}
      />
      {mark === 'DEAD' && (
        <circle cx={x} cy={y} r="11" className={clsx('fill-none', faded ? 'stroke-ink-3' : ring)} />
      )}
      <path
        d={`M${x} ${y}${sign}`}
        className={clsx('fill-none stroke-[1.5]', faded ? 'stroke-ink-3' : ring)}
        strokeLinecap="round"
      />
      <Beside module={module} y={y + 4} tense={tense} colour={faded ? undefined : word} geometry={geometry}>
        {label}
      </Beside>
    </>
  )
}

export function Dotted({ module, from, to, tense, waiting, geometry }: On<Dots>) {
  const x = xOf(geometry, module)
  const hue = tense === 'future' ? 'stroke-ink-3' : waiting ? 'stroke-st-cancelled-solid' : hues[module].line
  return (
    <>
      <line x1={x} x2={x} y1={from} y2={to} className="stroke-[4] stroke-surface" />
      <line x1={x} x2={x} y1={from} y2={to} strokeDasharray="2 4" className={clsx('stroke-2', hue)} />
    </>
  )
}

export function Working({ module, from, to, tense, geometry }: On<Bar>) {
  const faded = tense === 'future'
  return (
    <rect
      x={xOf(geometry, module) - 4}
      y={from}
      width="8"
      height={Math.max(8, to - from)}
      rx="2"
      className={faded ? 'fill-line-strong' : hues[module].shape}
    />
  )
}

export function Words({ module, y, text, tense, strong, geometry }: On<Note>) {
  const colour = strong && tense !== 'future' ? 'fill-st-cancelled' : undefined
  return (
    <Beside module={module} y={y} tense={tense} colour={colour} geometry={geometry}>
      {text}
    </Beside>
  )
}

type BesideProps = {
  module: Module
  y: number
  tense: Tense
  colour?: string
  geometry: Geometry
  children: string
}

/** Words at the right of a lifeline, at the left of the last one; in two lines at most, and no wider than there is room. */
function Beside({ module, y, tense, colour, geometry, children }: BesideProps) {
  const x = xOf(geometry, module)
  const atEnd = module === 'shipments'
  const room = Math.floor((atEnd ? x - 14 : geometry.width - x - 14) / LETTER)
  const lines = wrapped(children, room)
  return lines.map((line, at) => (
    <Label
      key={line}
      x={atEnd ? x - 14 : x + 14}
      y={y + 14 * at - 7 * (lines.length - 1)}
      anchor={atEnd ? 'end' : 'start'}
      tense={tense}
      colour={colour}
    >
      {line}
    </Label>
  ))
}

/** About how wide a letter is. */
const LETTER = 6

function wrapped(text: string, room: number): string[] {
  if (text.length <= room) return [text]
  const space = text.lastIndexOf(' ', room)
  const lines = space > 0 ? [text.slice(0, space), text.slice(space + 1)] : [text]
  return lines.map((line) => (line.length > room ? `${line.slice(0, room - 1).trimEnd()}…` : line))
}

type LabelProps = {
  x: number
  y: number
  anchor: 'start' | 'middle' | 'end'
  tense: Tense
  strong?: boolean
  colour?: string
  children: string
}

function Label({ x, y, anchor, tense, strong, colour, children }: LabelProps) {
  return (
    <text
      x={x}
      y={y}
      textAnchor={anchor}
      paintOrder="stroke"
      strokeWidth="4"
      strokeLinejoin="round"
      className={clsx(
        tense === 'now' ? 'stroke-accent-soft' : 'stroke-surface',
        strong ? 'fill-ink font-medium' : (colour ?? (tense === 'future' ? 'fill-ink-3' : 'fill-ink-2')),
      )}
    >
      {children}
    </text>
  )
}
