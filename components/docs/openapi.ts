/** What these pages know of OpenAPI and AsyncAPI: as much as our documents say. */

export type Schema = {
  $ref?: string
  type?: string | string[]
  format?: string
  enum?: unknown[]
  const?: unknown
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema
  anyOf?: Schema[]
  oneOf?: Schema[]
  description?: string
  default?: unknown
  minimum?: number
  maximum?: number
  minLength?: number
  maxLength?: number
  minItems?: number
  maxItems?: number
  /** Says who a customer is: it can be erased. */
  'x-personal'?: boolean
}

type Reference = { $ref?: string }
type Examples = Record<string, { value: unknown; description?: string }>

type Parameter = {
  name: string
  in: string
  required?: boolean
  description?: string
  schema: Schema
  example?: unknown
  examples?: Examples
}

type Content = Record<string, { schema: Schema; examples?: Examples }>
export type Answer = { description: string; content?: Content }

type Operation = {
  operationId: string
  summary: string
  description?: string
  tags: string[]
  security: Record<string, string[]>[]
  parameters?: Parameter[]
  requestBody?: { required?: boolean; content: Content }
  responses: Record<string, Answer | Reference>
}

export type Components = { schemas: Record<string, Schema>; responses?: Record<string, Answer> }

export type OpenApi = {
  info: { title: string; version: string; description: string }
  tags: { name: string; description: string }[]
  paths: Record<string, Record<string, Operation>>
  components: Components
}

export type Message = {
  name: string
  'x-said-by': string
  'x-version': number
  payload: Schema
  examples?: { payload: unknown }[]
}

export type AsyncApi = {
  info: { description: string }
  operations: Record<string, object>
  components: Components & {
    messages: Record<string, Message>
    messageTraits: { StandardWebhooks: { headers: Schema } }
  }
}

export type Placed = Operation & { method: string; path: string }

/** All operations, in the order in which a reader wants them: what is there, then what can be done. */
export const operationsIn = ({ paths }: OpenApi, tag: string): Placed[] =>
  Object.entries(paths)
    .flatMap(([path, operations]) =>
      Object.entries(operations).map(([method, operation]) => ({
        ...operation,
        path,
        method: method.toUpperCase(),
      })),
    )
    .filter(({ tags }) => tags.includes(tag))

/** The last word of a reference: its name. */
export const nameOf = ({ $ref }: Reference) => $ref?.split('/').at(-1)

export function answerOf(answer: Answer | Reference, { responses = {} }: Components): Answer {
  const name = '$ref' in answer ? nameOf(answer) : undefined
  return name ? (responses[name] ?? { description: '' }) : (answer as Answer)
}

export function schemaOf(schema: Schema, { schemas }: Components): Schema {
  const name = nameOf(schema)
  return name ? (schemas[name] ?? {}) : schema
}

/** In one line: what a value is, as a reader would say it. */
export function typeOf(schema: Schema): string {
  const choices = schema.anyOf ?? schema.oneOf
  if (choices) return choices.map(typeOf).join(' or ')
  if (schema.$ref) return nameOf(schema) ?? ''
  if (schema.const !== undefined) return String(schema.const)
  if (schema.enum) return schema.enum.map(String).join(' | ')
  if (schema.type === 'array') return `list of ${schema.items ? typeOf(schema.items) : 'values'}`
  const types = [schema.type ?? 'anything'].flat()
  return types.map((type) => (type === 'null' ? type : (schema.format ?? type))).join(' or ')
}

/** What a value may be besides its type. */
export function limitsOf({ default: otherwise, ...schema }: Schema): string[] {
  const { minimum, maximum, minLength, maxLength, minItems, maxItems } = schema
  const range = (what: string, least?: number, most?: number) => {
    if (most !== undefined && most === least) return `${most}${what}`
    if (most !== undefined) return `${least ?? 0} to ${most.toLocaleString('en')}${what}`
    return least === undefined || least === 0 ? undefined : `at least ${least}${what}`
  }
  return [
    range('', minimum, maximum),
    range(' characters', maxLength === undefined ? undefined : minLength, maxLength),
    range(' of them', minItems, maxItems),
    otherwise === undefined ? undefined : `${otherwise} unless given`,
  ].filter((limit) => limit !== undefined)
}
