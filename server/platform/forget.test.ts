import { readFileSync } from 'node:fs'
import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { contract, ERASED, type EventType, erasedAddress, eventTypes, parsePayload } from '@/server/events'
import { db } from './database/connect'

type Json = Record<string, unknown>

const golden: Record<EventType, Record<string, Json>> = JSON.parse(
  readFileSync(new URL('../events.golden.json', import.meta.url), 'utf8'),
)
const erasedAt = '2026-11-27T13:20:00.000Z'

async function withoutPerson(payload: Json): Promise<Json> {
  const { rows } = (await db().execute(
    sql`select log.without_person(${JSON.stringify(payload)}::jsonb, ${erasedAt}) as payload`,
  )) as unknown as { rows: [{ payload: Json }] }
  return rows[0].payload
}

/** By the contract alone: every place that is called personal. */
function erased(schema: z.ZodType, value: unknown): unknown {
  const inner = schema instanceof z.ZodOptional ? (schema.unwrap() as z.ZodType) : schema
  if (inner.meta()?.personal) return ERASED
  if (!(inner instanceof z.ZodObject)) return value
  const given = Object.entries(value as Json).map(([key, each]) => [key, erased(inner.shape[key], each)])
  return Object.fromEntries(given)
}

describe('what the database takes out of a payload when a customer is forgotten', () => {
  const examples = eventTypes.flatMap((eventType) =>
    Object.values(golden[eventType]).map((payload) => ({ eventType, payload })),
  )

  it.each(examples)('is what the contract of $eventType calls personal', async ({ eventType, payload }) => {
    const { address, ...rest } = await withoutPerson(payload)
    const { address: wanted, ...others } = erased(contract[eventType], payload) as Json
    expect(rest).toEqual(others)
    // Of an address the parts that not every country has go altogether.
    const { state: _, postalCode: __, ...parts } = (wanted ?? {}) as Json
    expect(address).toEqual(wanted && { ...parts, erasedAt })
  })

  it('can still be read, and is what the modules write of an address themselves', async () => {
    for (const { eventType, payload } of examples) {
      const left = parsePayload(eventType, 1, await withoutPerson(payload))
      if ('address' in left) {
        const whole = parsePayload(eventType, 1, payload) as typeof left
        expect(left.address).toEqual(erasedAddress(whole.address, erasedAt))
      }
    }
  })

  it('is something in four of them', () => {
    const touched = examples.filter(
      ({ eventType, payload }) =>
        JSON.stringify(erased(contract[eventType], payload)) !== JSON.stringify(payload),
    )
    expect(touched.map(({ eventType }) => eventType)).toEqual([
      'OrderPlaced',
      'OrderPaid',
      'OrderCancelled',
      'OrderNoteAdded',
    ])
  })
})
