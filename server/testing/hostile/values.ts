import fc from 'fast-check'

/** Texts that something might take for more than texts. */
export const loaded: string[] = [
  "' or 1=1--",
  "'; drop table orders.orders; --",
  "x' union select null, current_user --",
  '"; select pg_sleep(10); --',
  '$1',
  '%',
  '_%_',
  '../../../../etc/passwd',
  '..\\..\\windows\\win.ini',
  '/etc/passwd\u0000.png',
  'file:///etc/passwd',
  'http://169.254.169.254/latest/meta-data/',
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  'javascript:alert(1)',
  '{{7*7}}<%= 7*7 %>',
  '=HYPERLINK("http://evil.example")',
  '$(reboot)',
  '`reboot`',
  'a\r\nset-cookie: evil=1',
  '(((((((((((a+)+)+)+)+)+)+)+)+)+)+$',
  '__proto__',
  'constructor',
  'toString',
  'null',
  'undefined',
  'NaN',
  'true',
  '-1',
  '1e309',
  '0x10',
]

/** Texts that are hard to store, to show or to compare. */
const odd: string[] = [
  '',
  ' ',
  '\t\n',
  '\u0000',
  'a\u0000b',
  '\u0001\u001f\u007f',
  '\u0085',
  '\ud800',
  'a\udfff',
  '\ufeff',
  '\u202eevil\u202c',
  '\u200b',
  'ﷺ'.repeat(20),
  'Z̷̢͔͓͎̀a̶l̵g̸o̴'.repeat(10),
  '🏳️‍🌈👩‍👩‍👧‍👦',
  'ß'.repeat(50),
  'ŉ'.repeat(30),
  'İ',
  '١٢٣',
  'a'.repeat(501),
  'a'.repeat(5_000),
]

const numbers = [
  0,
  -0,
  -1,
  0.1,
  1.5,
  1e21,
  -1e21,
  5e-324,
  1.7976931348623157e308,
  2 ** 31,
  2 ** 53,
  -(2 ** 53),
]

const text = fc.oneof(
  fc.constantFrom(...loaded),
  fc.constantFrom(...odd),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
)

/** Anything but what was expected. */
export const anything: fc.Arbitrary<unknown> = fc.oneof(
  { arbitrary: text, weight: 4 },
  { arbitrary: fc.constantFrom<unknown>(null, true, false, [], {}, ...numbers), weight: 4 },
  { arbitrary: fc.jsonValue({ maxDepth: 3 }), weight: 2 },
  {
    arbitrary: fc.constantFrom<unknown>([null], [[]], { length: -1 }, { $gt: '' }, { toString: 1 }, [
      1,
      'a',
      {},
    ]),
    weight: 1,
  },
)

export const hostileText = text

type Schema = {
  type?: string | string[]
  format?: string
  enum?: unknown[]
  const?: unknown
  anyOf?: Schema[]
  oneOf?: Schema[]
  allOf?: Schema[]
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema
  minItems?: number
  maxItems?: number
  minimum?: number
  maximum?: number
}

/** What a schema seems to want. Whether it does is asked of the schema itself. */
export function wanted(schema: Schema, ids: string[]): fc.Arbitrary<unknown> {
  const one = (options: Schema[]) => fc.oneof(...options.map((option) => wanted(option, ids)))
  if (schema.const !== undefined) return fc.constant(schema.const)
  if (schema.enum) return fc.constantFrom(...schema.enum)
  if (schema.anyOf) return one(schema.anyOf)
  if (schema.oneOf) return one(schema.oneOf)
  if (schema.allOf?.[0]) return wanted(schema.allOf[0], ids)
  switch (Array.isArray(schema.type) ? schema.type[0] : schema.type) {
    case 'object': {
      const fields = Object.entries(schema.properties ?? {}).map(([name, of]) => [name, wanted(of, ids)])
      return fc.record<Record<string, unknown>>(Object.fromEntries(fields), {
        requiredKeys: schema.required ?? [],
      })
    }
    case 'array': {
      const { minItems: minLength = 0, maxItems = 3 } = schema
      return fc.array(wanted(schema.items ?? {}, ids), {
        minLength,
        maxLength: Math.max(minLength, Math.min(maxItems, 3)),
      })
    }
    case 'integer':
      return fc.integer({ min: bounded(schema.minimum, 0), max: bounded(schema.maximum, 1_000) })
    case 'number':
      return fc.double({ min: bounded(schema.minimum, 0), max: bounded(schema.maximum, 1_000), noNaN: true })
    case 'boolean':
      return fc.boolean()
    case 'string':
      return schema.format === 'uuid'
        ? fc.oneof(fc.constantFrom(...ids), fc.uuid())
        : fc.oneof(fc.constantFrom(...ids), fc.constantFrom('NL', 'pm_card_visa', 'a@b.example', '12'), text)
    default:
      return fc.oneof(fc.date({ noInvalidDate: true }), anything)
  }
}

const bounded = (given: number | undefined, otherwise: number) =>
  given === undefined || Math.abs(given) > 2 ** 31 ? otherwise : given

type Place = (string | number)[]

/** Every place in a value, the value itself first. */
function placesIn(value: unknown, at: Place = []): Place[] {
  if (typeof value !== 'object' || value === null || value instanceof Date) return [at]
  return [at, ...Object.entries(value).flatMap(([key, inner]) => placesIn(inner, [...at, key]))]
}

/** The value with one place changed: something else there, nothing, or one field too many. */
export function spoiled(value: unknown): fc.Arbitrary<unknown> {
  const how = fc.constantFrom('other', 'other', 'gone', 'more')
  return fc.tuple(fc.constantFrom(...placesIn(value)), how, anything, text).map(([place, how, other, name]) =>
    change(value, place, (inner) => {
      if (how === 'gone') return undefined
      if (how === 'other' || typeof inner !== 'object' || inner === null) return other
      return Array.isArray(inner) ? [...inner, other] : { ...inner, [name]: other }
    }),
  )
}

function change(value: unknown, [first, ...rest]: Place, to: (inner: unknown) => unknown): unknown {
  if (first === undefined) return to(value)
  const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as Record<string, unknown>
  const changed = change(copy[first], rest, to)
  if (changed === undefined) delete copy[first]
  else copy[first] = changed
  return copy
}
