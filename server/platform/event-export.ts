import { type RecordedEvent, saidBy } from '@/server/events'
import type { EventFilter } from './event-filter'
import { payloadFields } from './event-payloads'
import { readAll } from './follow'

export const exportFormats = {
  ndjson: 'application/x-ndjson; charset=utf-8',
  csv: 'text/csv; charset=utf-8; header=present',
}

export type ExportFormat = keyof typeof exportFormats

/** All events that fit, in the order in which they were committed, as text that is written while the log is read. */
export async function* exportEvents(filter: EventFilter, format: ExportFormat): AsyncGenerator<string> {
  if (format === 'csv') yield csvLine([...columns.keys()])
  const line = format === 'csv' ? csvRow : ndjsonLine
  for await (const batch of readAll(filter)) yield batch.map(line).join('')
}

const ndjsonLine = (event: RecordedEvent) => `${JSON.stringify(event)}\n`

type Cell = string | number | null | undefined

const field = (name: string) => (event: RecordedEvent) =>
  textOf((event.payload as Record<string, unknown>)[name])

const textOf = (value: unknown) => (typeof value === 'object' ? JSON.stringify(value) : (value as Cell))

/** Always the same, whatever is exported: the envelope, then each field that payloads have. */
const columns = new Map<string, (event: RecordedEvent) => Cell>([
  ['position', ({ position }) => position],
  ['occurredAt', ({ occurredAt }) => occurredAt.toISOString()],
  ['eventType', ({ eventType }) => eventType],
  ['module', ({ eventType }) => saidBy[eventType]],
  ['eventId', ({ eventId }) => eventId],
  ['aggregateType', ({ aggregateType }) => aggregateType],
  ['aggregateId', ({ aggregateId }) => aggregateId],
  ['lane', ({ lane }) => lane],
  ['sequence', ({ sequence }) => sequence],
  ['version', ({ version }) => version],
  ['correlationId', ({ correlationId }) => correlationId],
  ['causationId', ({ causationId }) => causationId],
  ...payloadFields.map((name) => [`payload.${name}`, field(name)] as const),
])

const csvRow = (event: RecordedEvent) => csvLine([...columns.values()].map((cell) => cell(event)))

const csvLine = (cells: Cell[]) => `${cells.map(csvCell).join(',')}\r\n`

/** A cell that a spreadsheet would take for a formula gets an apostrophe, which makes it text there. */
function csvCell(cell: Cell): string {
  const text = String(cell ?? '')
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n\t']/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}
