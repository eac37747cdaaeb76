import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { expect } from 'vitest'
import type { oas31 } from 'zod-openapi'
import { processWide } from '@/server/platform/process-wide'
import { type Described, openapi, pathOf } from '@/server/testing/documents/openapi'
import { isDescribed, routeDoors } from './doors'

type Told = { status: number; headers: Headers; text: string; body: unknown }

type Held = { document: oas31.OpenAPIObject; validators: Map<string, ValidateFunction> }

const shared = processWide<Promise<Held>>('testing.described')

/** The document of the routes as they are, for the whole run. */
async function held(): Promise<Held> {
  const made =
    shared.get() ??
    routeDoors().then((doors) => ({
      document: closed(openapi(doors.filter(isDescribed))),
      validators: new Map<string, ValidateFunction>(),
    }))
  shared.set(made)
  return made
}

const ajv = formats.default(new Ajv2020({ strict: false, allErrors: true }))

/** Holds an answer against what its operation says: status, headers, media type, and every field of it. */
export async function expectAsDescribed(operation: Pick<Described, 'method' | 'path'>, told: Told) {
  const { document, validators } = await held()
  const name = `${operation.method} ${operation.path} with ${told.status}`
  const responses = document.paths?.[pathOf(operation)]?.[operation.method.toLowerCase() as 'get']?.responses
  const response = resolve<oas31.ResponseObject>(document, responses?.[told.status] ?? {})
  if (!response.description) throw new Error(`${name}: the document has no such answer: ${told.text}`)
  for (const [header, said] of Object.entries(response.headers ?? {})) {
    if (resolve<oas31.HeaderObject>(document, said).required)
      expect(told.headers.has(header), `${name}: the header ${header}`).toBe(true)
  }
  const type = told.headers.get('content-type')?.split(';')[0] ?? ''
  if (!response.content) return expect(told.text, name).toBe('')
  const content = response.content[type]
  if (!content) throw new Error(`${name}: the document has no answer of type ${type}`)
  if (!type.endsWith('json') || type.endsWith('ndjson')) return
  const validate = validators.get(name) ?? ajv.compile({ ...content.schema, components: document.components })
  validators.set(name, validate)
  if (!validate(told.body)) throw new Error(`${name}: ${ajv.errorsText(validate.errors)}: ${told.text}`)
}

/** What stands in the document's components is said there by a reference alone. */
function resolve<T extends object>(document: oas31.OpenAPIObject, said: T | oas31.ReferenceObject): T {
  if (!('$ref' in said)) return said as T
  const path = String(said.$ref).slice(2).split('/')
  return path.reduce<unknown>((at, part) => (at as Record<string, unknown>)[part], document) as T
}

/** Clients let fields come that they do not know. We do not: what is answered is to be said. */
export function closed<T>(node: T): T {
  if (Array.isArray(node)) return node.map(closed) as T
  if (typeof node !== 'object' || node === null) return node
  const each = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, closed(value)]))
  const open = each.type === 'object' && each.properties && each.additionalProperties === undefined
  return (open ? { ...each, additionalProperties: false } : each) as T
}
