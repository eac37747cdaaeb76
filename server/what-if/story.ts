import {
  type DomainEvent,
  type EventType,
  type Module,
  moduleNames,
  type RecordedEvent,
  saidBy,
} from '@/server/events'
import { DomainError } from '@/server/kernel/errors'
import { ask, isAsked } from './asks'
import { react, reactorsOf } from './reactions'
import { type Decided, type Facts, nothing, type World, withIdsOf } from './world'

/** A story as far as it went: what was said, what all modules know, and who still has to react to what. */
export type Story = {
  world: World
  said: readonly DomainEvent[]
  /** What was said first comes first; each module takes what is for it in this order. */
  pending: readonly { module: Module; event: DomainEvent }[]
  /** What was asked for and refused by the rules. */
  refused: readonly { eventType: EventType; why: string }[]
}

const unwritten: Story = { world: nothing, said: [], pending: [], refused: [] }

const has = (story: Story) => (eventType: EventType) =>
  story.said.some((event) => event.eventType === eventType)

/** What was decided becomes part of the story, and whoever reacts to it has something to do. */
const told = (story: Story, { world, said }: Decided): Story => ({
  ...story,
  world,
  said: [...story.said, ...said],
  pending: [
    ...story.pending,
    ...said.flatMap((event) => reactorsOf(event.eventType).map((module) => ({ module, event }))),
  ],
})

/** Lets a module react to what is first for it. Undefined: it has nothing to do, or stands still. */
function turnOf(story: Story, module: Module, facts: Facts): Story | undefined {
  const first = story.pending.find((each) => each.module === module)
  if (!first || isParked(story, module)) return undefined
  const pending = story.pending.filter((each) => each !== first)
  return told({ ...story, pending }, react(module, story.world, first.event, { facts, has: has(story) }))
}

const isParked = ({ world }: Story, module: Module) => module === 'payments' && world.parked

/** Lets happen what is asked for, or be refused. */
export function asked(story: Story, event: DomainEvent): Story {
  try {
    return told(story, ask(story.world, event, has(story)))
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    return { ...story, refused: [...story.refused, { eventType: event.eventType, why: error.message }] }
  }
}

/**
 * Tells what is on record again, by the rules alone. The record says who had a turn when, and what came from outside; what each
 * decides then is decided anew, and has to be what is on record. Throws where it is not.
 */
export function retell(record: readonly RecordedEvent[], facts: Facts): Story {
  let story = unwritten
  for (let next = record[0]; next; next = record[story.said.length]) {
    const before = story.said.length
    const anew = isAsked(next.eventType)
      ? asked(story, next)
      : untilSaid(story, saidBy[next.eventType], facts)
    story = asRecorded(anew, before, record)
  }
  return story
}

/** A module works through its lane until it says something: what came before that had no effect on record. */
function untilSaid(from: Story, module: Module, facts: Facts): Story {
  for (let story = from; ; ) {
    const next = turnOf(story, module, facts)
    if (!next || next.said.length > from.said.length) return next ?? story
    story = next
  }
}

/** What was just said anew is what is on record, and goes on with the ids that it has there. */
function asRecorded(story: Story, before: number, record: readonly RecordedEvent[]): Story {
  const anew = story.said.slice(before)
  const known = record.slice(before, before + Math.max(anew.length, 1))
  const differs = known.find((event, n) => !isSame(event, anew[n]))
  if (differs || known.length < anew.length) throw new Diverged(anew, known, record.length)
  const recorded = (event: DomainEvent) => known[anew.indexOf(event)] ?? event
  return {
    ...story,
    world: known.reduce(withIdsOf, story.world),
    said: story.said.map(recorded),
    pending: story.pending.map(({ module, event }) => ({ module, event: recorded(event) })),
  }
}

/** The same fact, of the same product where it is about one: several of these are told in one go. */
const isSame = (one: DomainEvent, other?: DomainEvent) =>
  one.eventType === other?.eventType && skuOf(one) === skuOf(other)

const skuOf = ({ payload }: DomainEvent) => ('sku' in payload ? payload.sku : undefined)

/** What is left that says nothing is done too: it leaves no trace on record. What would say something is still under way. */
export function settle(from: Story, facts: Facts): Story {
  let story = from
  for (const module of moduleNames) {
    for (;;) {
      const next = turnOf(story, module, facts)
      if (!next || next.said.length > story.said.length) break
      story = next
    }
  }
  return story
}

/** By the rules of today something else would have been said than is on record. */
export class Diverged extends Error {
  constructor(anew: readonly DomainEvent[], known: readonly RecordedEvent[], length: number) {
    const names = (events: readonly DomainEvent[]) =>
      events.map(({ eventType }) => eventType).join(', ') || 'nothing'
    super(
      `After ${(known[0]?.sequence ?? length + 1) - 1} events the rules say ${names(anew)}, the record ${names(known)}`,
    )
    this.name = 'Diverged'
  }
}

export type Onward = {
  facts: Facts
  /** What is asked for from outside: each as soon as what it came after has been said, or when nothing else is left. */
  asks: readonly { event: DomainEvent; after?: EventType }[]
  /** Who is late: everybody else, and all that is asked for, comes first. */
  late?: Module
}

/** Lets a story go on by the rules until nobody has anything to do. What was said first is reacted to first. */
export function goOn(from: Story, { facts, asks, late }: Onward): Story {
  const open = [...asks]
  let story = from
  let waiting = late
  for (;;) {
    const due = open.findIndex(({ after }) => !after || has(story)(after))
    if (due >= 0) {
      const [next] = open.splice(due, 1)
      if (next) story = asked(story, next.event)
      continue
    }
    const turn = story.pending.find(({ module }) => module !== waiting && !isParked(story, module))
    if (turn) story = turnOf(story, turn.module, facts) ?? story
    else if (open.length > 0) story = asked(story, (open.shift() as (typeof open)[number]).event)
    else if (waiting) waiting = undefined
    else return story
  }
}
