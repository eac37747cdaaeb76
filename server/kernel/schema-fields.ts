import { z } from 'zod'

/** One field of a payload, as people read it: `items[].sku`, a string. */
export const Field = z.object({
  path: z.string(),
  type: z.string(),
  optional: z.boolean(),
  personal: z.boolean(),
})
export type Field = z.infer<typeof Field>

/** As much of JSON Schema as our payloads are written in. */
type Schema = {
  $ref?: string
  $defs?: Record<string, Schema>
  type?: string | string[]
  format?: string
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema
  personal?: boolean
  minimum?: number
  exclusiveMinimum?: number
  minLength?: number
  maxLength?: number
}

/** The fields of an object one below the other; those of what it holds come after it. */
export function fieldsOf(schema: object): Field[] {
  const { $defs = {} } = schema as Schema
  const meant = (its: Schema): Schema => {
    const named = its.$ref && $defs[its.$ref.replace('#/$defs/', '')]
    return named ? { ...named, ...its } : its
  }
  const within = ({ properties = {}, required = [] }: Schema, before: string): Field[] =>
    Object.entries(properties).flatMap(([name, given]) => {
      const its = meant(given)
      const inner = its.items && meant(its.items)
      const path = `${before}${name}`
      return [
        { path, type: typeOf(its), optional: !required.includes(name), personal: its.personal === true },
        ...within(inner ?? its, inner ? `${path}[].` : `${path}.`),
      ]
    })
  return within(schema, '')
}

function typeOf(schema: Schema): string {
  const { type = 'anything', format, items, minLength, maxLength } = schema
  if (typeof type !== 'string') return type.join(' or ')
  if (items) return items.properties ? 'list' : `list of ${typeOf(items)}`
  if (format === 'date-time') return 'time, ISO 8601'
  if (type === 'string' && maxLength !== undefined && minLength === maxLength) return `string of ${maxLength}`
  if (schema.exclusiveMinimum === 0) return `${type} above 0`
  if (schema.minimum === 0) return `${type}, not below 0`
  return type
}
