import { z } from 'zod'
import {
  contract,
  type EventType,
  type Expectation,
  eventTypes,
  expectations,
  forTheRecord,
  isEventType,
  type Module,
  saidBy,
  schemaVersion,
} from './events'
import { type Field, fieldsOf } from './kernel/schema-fields'
import { modules } from './modules'
import { listPaces, listSeen, MOST_COUNTED, type Pace, type Seen, WINDOW_HOURS } from './platform/observed'
import { seldom } from './platform/seldom'

/** What event-flows.md says is typical; what takes longer is slow. Of fewer than twenty nobody is one in twenty. */
const SLOW_MS = 500
const ENOUGH = 20

/** An event as it is declared: by its schema, what follows from it, and the keys of the reactions. */
export type Declared = {
  eventType: EventType
  saidBy: Module
  version: number
  reactors: string[]
  /** Nobody has to react. */
  forTheRecord: boolean
  expects: readonly Expectation[]
}

/** Where declared and observed differ, or what else is worth a look. FAULT: it is wrong; NOTE: it need not be. */
export type Mark = { kind: MarkKind; level: 'FAULT' | 'NOTE'; says: string }
type MarkKind = 'NEVER_SEEN' | 'UNHEARD' | 'OLD_VERSION' | 'NEWER_VERSION' | 'SLOW' | 'DEAD' | 'UNKNOWN'

export type MappedEvent = Declared & {
  fields: Field[]
  /** As JSON Schema, for programs. */
  schema: object
  seen: Omit<Seen, 'eventType'> | null
  paces: Omit<Pace, 'eventType'>[]
  marks: Mark[]
}

/** What is in the log and in no contract. */
export type Stranger = Seen & { marks: Mark[] }

export const declared: Declared[] = eventTypes.map((eventType) => ({
  eventType,
  saidBy: saidBy[eventType],
  version: schemaVersion(eventType),
  reactors: Object.entries(modules).flatMap(([name, { reactions }]) =>
    eventType in reactions ? [name] : [],
  ),
  forTheRecord: forTheRecord.includes(eventType),
  expects: (expectations as Partial<Record<EventType, readonly Expectation[]>>)[eventType] ?? [],
}))

/** Every event: who says it, who reacts, its schema and version, and what the log has of it. */
export async function getContractMap() {
  return asked('')
}

// It is asked for again and again by every page that shows it.
const asked = seldom(5_000, async () => {
  const edges = declared.flatMap(({ eventType, reactors }) =>
    reactors.map((module) => ({ eventType, module })),
  )
  const [seen, paces] = [await listSeen(), await listPaces(edges)]
  return {
    windowHours: WINDOW_HOURS,
    mostCounted: MOST_COUNTED,
    slowMs: SLOW_MS,
    ...compare(declared, seen, paces),
  }
})

/** Lays what was observed beside what is declared. */
export function compare(all: Declared[], seen: Seen[], paces: Pace[]) {
  const events = all.map((event): MappedEvent => {
    const its = seen.find(({ eventType }) => eventType === event.eventType) ?? null
    const ways = paces.filter(({ eventType }) => eventType === event.eventType)
    const schema = z.toJSONSchema(contract[event.eventType])
    return {
      ...event,
      fields: fieldsOf(schema),
      schema,
      seen: its && { first: its.first, last: its.last, lately: its.lately },
      paces: ways.map(({ eventType, ...pace }) => pace),
      marks: [...marksOf(event, its), ...ways.flatMap(paceMarks)],
    }
  })
  const strangers = seen
    .filter(({ eventType }) => !isEventType(eventType))
    .map(
      (its): Stranger => ({
        ...its,
        marks: [{ kind: 'UNKNOWN', level: 'FAULT', says: 'is in the log, and nothing here knows it' }],
      }),
    )
  return { events, strangers }
}

function marksOf({ version, reactors, forTheRecord }: Declared, seen: Seen | null): Mark[] {
  if (!seen) return [{ kind: 'NEVER_SEEN', level: 'NOTE', says: 'was never said' }]
  const marks: Mark[] = []
  if (reactors.length === 0 && !forTheRecord)
    marks.push({ kind: 'UNHEARD', level: 'FAULT', says: 'was said, and no module reacts to it' })
  if (seen.first.version < version)
    marks.push({
      kind: 'OLD_VERSION',
      level: 'NOTE',
      says: `is in the log since version ${seen.first.version}, which is lifted to ${version} when it is read`,
    })
  if (seen.last.version > version)
    marks.push({
      kind: 'NEWER_VERSION',
      level: 'FAULT',
      says: `was last said in version ${seen.last.version}; this release reads up to ${version}`,
    })
  return marks
}

function paceMarks({ module, p95Ms, dead, done }: Pace): Mark[] {
  const marks: Mark[] = []
  if (done >= ENOUGH && p95Ms !== null && p95Ms > SLOW_MS)
    marks.push({
      kind: 'SLOW',
      level: 'NOTE',
      says: `takes ${module} more than ${SLOW_MS} ms in one of twenty of the last ${done}`,
    })
  if (dead > 0) marks.push({ kind: 'DEAD', level: 'FAULT', says: `has ${dead} dead letters to ${module}` })
  return marks
}
