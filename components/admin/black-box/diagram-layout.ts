import { duration } from '@/components/format'
import type { Module } from '../desk-types'
import type { Reaction } from './receipts'
import type { EventStep, MarkStep, Step } from './story'

export const lifelines = ['orders', 'inventory', 'payments', 'shipments'] as const satisfies Module[]

/** Before the moment that is looked at, at it, or after it. */
export type Tense = 'past' | 'now' | 'future'

type Placed = { y: number; tense: Tense }
export type Arrow = Placed & { from: Module; to: Module; label: string; end: 'open' | 'parked' }
export type Ring = Placed & { module: Module; mark: MarkStep['mark']; label: string }
export type Dots = {
  module: Module
  from: number
  to: number
  tense: Tense
  waiting: boolean
  label?: string
}
export type Bar = { module: Module; from: number; to: number; tense: Tense }
export type Note = Placed & { module: Module; text: string; strong?: boolean }

export type Layout = {
  height: number
  arrows: Arrow[]
  rings: Ring[]
  dots: Dots[]
  bars: Bar[]
  notes: Note[]
  /** The moment that is looked at. */
  band?: { from: number; to: number }
}

const TOP = 44
const ARROW = 30
const LINE = 18
const RING = 36
const WAIT = 26

/** Where everything of the sequence diagram stands; across, the lifelines are all there is to know. */
export function layOut(steps: readonly Step[], moment: number): Layout {
  const layout: Layout = { height: 0, arrows: [], rings: [], dots: [], bars: [], notes: [] }
  /** Where the line of each reaction last was. */
  const reached = new Map<string, { y: number; waits?: number }>()
  let y = TOP

  for (const step of steps) {
    const tense = step.index < moment ? 'past' : step.index === moment ? 'now' : 'future'
    if (step.kind === 'event') placeEvent(step, tense)
    else placeMark(step, tense === 'now' ? 'past' : tense)
  }
  return { ...layout, height: y + 8 }

  function placeEvent({ event, module, reactions }: EventStep, tense: Tense) {
    const top = y
    if (event.causationId === null) note(module, 'command', tense)
    else endBar(event.causationId, module, y + LINE)
    for (const reaction of reactions) placeArrow(reaction, module, tense)
    if (reactions.length === 0) note(module, `${event.eventType}, nobody reacts`, tense)
    if (reactions.length > 0 && event.causationId === null) {
      layout.bars.push({ module, from: top, to: y - 4, tense })
    }
    y += 6
    if (tense === 'now') layout.band = { from: top - 4, to: y - 2 }
  }

  function placeArrow(reaction: Reaction, from: Module, tense: Tense) {
    y += ARROW
    const at = y - 8
    const { module: to, eventType: label, parked, verdict } = reaction
    layout.arrows.push({ y: at, from, to, label, tense, end: parked ? 'parked' : 'open' })
    reached.set(keyOf(reaction), { y: at })
    if (parked) {
      const { ms, behind } = parked
      remark(
        to,
        `parked ${ms === undefined ? '' : `${duration(ms)} `}behind ${behind.eventType}`,
        tense,
        true,
      )
    } else {
      layout.bars.push({ module: to, from: at - 5, to: at + 11, tense })
      if (verdict === 'ignored') remark(to, reaction.words, tense)
    }
  }

  function placeMark({ module, mark, words, waitsMs, reaction }: MarkStep, tense: Tense) {
    const before = reached.get(keyOf(reaction))
    y += RING
    const at = y - 12
    if (before) {
      const waiting = before.waits !== undefined || reaction.parked !== undefined
      layout.dots.push({ module, from: before.y + 9, to: at - 9, tense, waiting })
    }
    layout.rings.push({ y: at, module, mark, label: words, tense })
    reached.set(keyOf(reaction), { y: at, waits: waitsMs })
    if (waitsMs !== undefined && mark === 'FAILED') {
      note(module, `backoff ${duration(waitsMs)}`, tense, true)
      y += WAIT - LINE
    }
  }

  /** What a reaction said ends the time in which it worked. */
  function endBar(causationId: string, module: Module, to: number) {
    const from = reached.get(`${causationId} ${module}`)?.y
    if (from !== undefined) layout.bars.push({ module, from: from - 5, to, tense: 'past' })
  }

  /** A note that may need a second line. */
  function remark(module: Module, text: string, tense: Tense, strong = false) {
    y += 8
    note(module, text, tense, strong)
    y += 4
  }

  function note(module: Module, text: string, tense: Tense, strong = false) {
    y += LINE
    layout.notes.push({ y: y - 5, module, text, tense, strong })
  }
}

const keyOf = ({ eventId, module }: Reaction) => `${eventId} ${module}`
