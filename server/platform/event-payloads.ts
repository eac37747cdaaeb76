import { z } from 'zod'
import { contract, type EventType, eventTypes } from '@/server/events'

/** What an event's payload is asked to contain: this value under this key, however deep it stands. */
export type Contains = { key: string; value: string }

/** Where a single value stands in payloads of a type: the keys that lead there, ELEMENT for any element of a list. */
type Place = { path: string[]; isNumber: boolean }

const ELEMENT = '[]'

const places = new Map(eventTypes.map((eventType) => [eventType, [...placesIn(contract[eventType], [])]]))

function* placesIn(schema: unknown, path: string[]): Generator<Place> {
  if (schema instanceof z.ZodOptional) yield* placesIn(schema.unwrap(), path)
  else if (schema instanceof z.ZodArray) yield* placesIn(schema.element, [...path, ELEMENT])
  else if (schema instanceof z.ZodObject) {
    for (const [key, inner] of Object.entries(schema.shape)) yield* placesIn(inner, [...path, key])
  } else yield { path, isNumber: schema instanceof z.ZodNumber }
}

const keyOf = ({ path }: Place) => path.at(-1)

/** Every key that a single value may stand under. */
export const payloadKeys = [...new Set([...places.values()].flat().map(keyOf))].toSorted() as string[]

/**
 * Reads `sku: LAMP-PEBBLE-01, reason: declined`: pairs of key and value. A comma belongs to the value unless another
 * key follows it. Throws a sentence for people when it is none, or when no event has the key.
 */
export function parseContains(text: string): Contains[] {
  return text.split(/\s*,\s*(?=\w+\s*:)/).map((pair) => {
    const [, key, value] = /^\s*(\w+)\s*:\s*(.*?)\s*$/s.exec(pair) ?? []
    if (!key || !value) throw new Error(`“${pair}” is not written as key: value`)
    if (!payloadKeys.includes(key)) throw new Error(`no event has the key “${key}”`)
    return { key, value }
  })
}

/** The keys of payloads at their top, all types together, in the order of the contract. */
export const payloadFields = [
  ...new Set(eventTypes.flatMap((eventType) => Object.keys(contract[eventType].shape))),
]

/**
 * Payloads cut down to what is asked for: an event has all of it when its payload contains one of these. Empty when
 * no event of the types can. With types named, each stands beside its payload.
 */
export function sketches(asked: readonly Contains[], types: readonly EventType[]) {
  return types.flatMap((eventType) =>
    asked
      .map((pair) => sketchesOf(pair, eventType))
      .reduce((all, more) => all.flatMap((one) => more.flatMap((other) => merge(one, other))), [{}])
      .map((payload) => ({ eventType, payload })),
  )
}

function sketchesOf({ key, value }: Contains, eventType: EventType): Sketch[] {
  return (places.get(eventType) ?? [])
    .filter((place) => keyOf(place) === key)
    .filter(({ isNumber }) => !isNumber || (value.trim() !== '' && Number.isFinite(Number(value))))
    .map(({ path, isNumber }) => sketchOf(path, isNumber ? Number(value) : value) as Sketch)
}

type Sketch = Record<string, unknown>

function sketchOf([step, ...rest]: string[], value: unknown): unknown {
  if (step === undefined) return value
  return step === ELEMENT ? [sketchOf(rest, value)] : { [step]: sketchOf(rest, value) }
}

/** Both in one; of a list each may be another element. None where one place would have to hold two values. */
function merge(one: Sketch, other: Sketch): Sketch[] {
  const merged = { ...one }
  for (const [key, value] of Object.entries(other)) {
    const there = merged[key]
    if (there === undefined || there === value) merged[key] = value
    else if (Array.isArray(there) && Array.isArray(value)) merged[key] = [...there, ...value]
    else if (isObject(there) && isObject(value)) {
      const [both] = merge(there, value)
      if (!both) return []
      merged[key] = both
    } else return []
  }
  return [merged]
}

const isObject = (value: unknown): value is Sketch => typeof value === 'object' && value !== null
