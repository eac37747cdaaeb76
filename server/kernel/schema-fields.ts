/** One field of a payload, as people read it: `items[].sku`, a text. */
export type Field = { path: string; type: string; optional: boolean; personal: boolean }

/** As much of JSON Schema as our payloads are written in. */
type Schema = {
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
export function fieldsOf(schema: object, before = ''): Field[] {
  const { properties = {}, required = [] } = schema as Schema
  return Object.entries(properties).flatMap(([name, its]) => {
    const path = `${before}${name}`
    const field = {
      path,
      type: typeOf(its),
      optional: !required.includes(name),
      personal: its.personal === true,
    }
    const inner = its.items ?? its
    return [field, ...fieldsOf(inner, its.items ? `${path}[].` : `${path}.`)]
  })
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
