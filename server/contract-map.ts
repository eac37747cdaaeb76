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
  moduleNames,
  saidBy,
  schemaVersion,
} from './events'
import { Field, fieldsOf } from './kernel/schema-fields'
import { modules } from './modules'
import { listPaces, listSeen, MOST_COUNTED, Pace, Seen, WINDOW_HOURS } from './platform/observed'
import { seldom } from './platform/seldom'

/** What event-flows.md says is typical; what takes longer is slow. Of fewer than twenty nobody is one in twenty. */
const SLOW_MS = 500
const ENOUGH = 20

const module = z.enum(moduleNames as [Module, ...Module[]])
const type = z.enum(eventTypes)

const Expected = z.object({
  awaits: z.array(type).readonly().describe('One of these has to follow.'),
  within: z.int().describe('Seconds'),
  given: type.optional().describe('Only in a story that has this, too.'),
  unless: type.optional().describe('A story that has this goes another way.'),
})

/** An event as it is declared: by its schema, what has to follow it, and the keys of the reactions. */
const Declared = z.object({
  eventType: type,
  saidBy: module,
  version: z.int(),
  reactors: z.array(z.string()),
  forTheRecord: z.boolean().describe('Nobody has to react.'),
  expects: z.array(Expected).readonly(),
})
export type Declared = z.infer<typeof Declared>

/** Where declared and observed differ, or what else is worth a look. FAULT: it is wrong; NOTE: it need not be. */
const Mark = z.object({
  kind: z.enum(['NEVER_SEEN', 'UNHEARD', 'OLD_VERSION', 'NEWER_VERSION', 'SLOW', 'DEAD', 'UNKNOWN']),
  level: z.enum(['FAULT', 'NOTE']),
  says: z.string(),
})
type Mark = z.infer<typeof Mark>

const MappedEvent = Declared.extend({
  fields: z.array(Field),
  schema: z.record(z.string(), z.unknown()).describe('As JSON Schema.'),
  seen: Seen.omit({ eventType: true }).nullable(),
  paces: z.array(Pace.omit({ eventType: true })),
  marks: z.array(Mark),
}).meta({ id: 'DeclaredEvent' })
type MappedEvent = z.infer<typeof MappedEvent>

export const ContractMap = z
  .object({
    windowHours: z.int(),
    mostCounted: z.int(),
    events: z.array(MappedEvent),
    strangers: z.array(Seen.extend({ marks: z.array(Mark) })).describe('In the log, and in no contract.'),
  })
  .meta({ id: 'ContractMap' })

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
export const getContractMap = () => asked('')

// Every page that shows it asks again and again.
const asked = seldom(5_000, async (): Promise<z.infer<typeof ContractMap>> => {
  const edges = declared.flatMap(({ eventType, reactors }) =>
    reactors.map((module) => ({ eventType, module })),
  )
  const [seen, paces] = await Promise.all([listSeen(), listPaces(edges)])
  return { windowHours: WINDOW_HOURS, mostCounted: MOST_COUNTED, ...compare(declared, seen, paces) }
})

/** Lays what was observed beside what is declared. */
export function compare(all: Declared[], seen: Seen[], paces: Pace[]) {
  const events = all.map((event): MappedEvent => {
    const its = seen.find(({ eventType }) => eventType === event.eventType) ?? null
    const ways = paces.filter(({ eventType }) => eventType === event.eventType)
    const schema = z.toJSONSchema(contract[event.eventType]) as Record<string, unknown>
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
    .map((its) => ({ ...its, marks: [unknown] }))
  return { events, strangers }
}

const unknown: Mark = { kind: 'UNKNOWN', level: 'FAULT', says: 'is in the log, and nothing here knows it' }

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
