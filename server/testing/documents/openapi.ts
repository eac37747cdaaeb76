import { z } from 'zod'
import { createDocument, type oas31, type ZodOpenApiOperationObject } from 'zod-openapi'
import { version } from '@/package.json'
import { type Cost, PER_MINUTE } from '@/server/access/floods'
import type { Rule } from '@/server/access/permissions'
import { type Description, sampleId } from '@/server/operation'
import { IdempotencyKey } from '@/server/platform/idempotency'
import { answersOf } from './answers'
import { asJson } from './schemas'

/** An operation as it stands in its route's file, with the rule beside it. */
export type Described = {
  method: string
  /** As `/api/orders/[orderId]`. */
  path: string
  rule: Rule
  cost?: Cost
  description: Description
}

const tags = {
  orders: 'Placing, seeing and cancelling them.',
  inventory: 'Products, and how many there are of each.',
  shipments: 'Parcels on their way.',
  events: 'The log: every fact that a module told another.',
  contract: 'What may be told, and by whom, beside what was.',
  silence: 'Orders in which nothing comes.',
  analytics: 'Read models: what the log comes to, and how they are built anew.',
  webhooks: 'Endpoints that are told of events, and what came of it.',
  customers: 'What is personal, and its end.',
  audit: 'Who changed what.',
  keys: 'How programs are let in.',
  session: 'How people are let in.',
  backup: 'A copy of the embedded database.',
  health: 'For load balancers, and for who restarts processes.',
  metrics: 'For Prometheus.',
  'fault-lab': 'Things that go wrong on purpose. It is there only where it is on.',
  documents: 'What describes all this, for machines.',
}

/** The OpenAPI document of these operations. */
export function openapi(operations: Described[]) {
  const paths: Record<string, Record<string, ZodOpenApiOperationObject>> = {}
  for (const each of operations) {
    const path = pathOf(each)
    paths[path] = { ...paths[path], [each.method.toLowerCase()]: operationOf(each) }
  }
  const document = createDocument(
    {
      openapi: '3.1.1',
      info: { title: 'Tiny Store', version, description },
      servers: [{ url: '/' }],
      tags: Object.entries(tags).map(([name, description]) => ({ name, description })),
      paths,
      components: { securitySchemes },
    },
    { override: asJson },
  )
  for (const each of operations) {
    const described = document.paths?.[pathOf(each)]?.[each.method.toLowerCase() as 'get']
    showInParameters(described ?? {}, each.description.examples ?? {})
  }
  return document
}

const description = `An order management system that runs on events. Placing an order takes nothing; what staff do takes a session or
an API key with the permission that the operation names.

Every refusal is a problem document (RFC 9457) whose \`type\` programs may branch on. Lists are arrays; where one goes on
stands in the \`Link\` header (RFC 8288). How often may be asked is counted for each address and each caller: \`RateLimit\`
says what is left, and a 429 when to come back. What changes something once however often it arrives takes an
\`Idempotency-Key\`. Money is in major units, times are ISO 8601 in UTC.`

const securitySchemes = {
  key: {
    type: 'http' as const,
    scheme: 'bearer',
    description:
      'An API key, `tsk_…`, as the desk or `POST /api/keys` makes it. It needs the permission that the operation names.',
  },
  orderToken: {
    type: 'http' as const,
    scheme: 'bearer',
    description: 'The `accessToken`, `tso_…`, that the answer to an order held. It opens that order.',
  },
  session: {
    type: 'apiKey' as const,
    in: 'cookie',
    name: 'tiny-store.session_token',
    description: 'Somebody of the staff who signed in. Under https its name begins with `__Secure-`.',
  },
}

/** As OpenAPI writes it. */
export const pathOf = ({ path }: Pick<Described, 'path'>) => path.replaceAll(/\[(\w+)\]/g, '{$1}')

function operationOf(each: Described): ZodOpenApiOperationObject {
  const { path, rule, cost, description } = each
  const { id, summary, query, body, bodyIsOptional, idempotent, examples = {} } = description
  const [tag = ''] = path.replace(/^\/(api\/)?/, '').split('/')
  return {
    operationId: id,
    summary,
    description: [description.description, counted(cost)].filter(Boolean).join('\n\n'),
    tags: [tag.endsWith('.json') ? 'documents' : tag],
    security: description.security ?? securityOf(rule),
    requestParams: {
      ...pathParams(path),
      ...(query && { query: query as z.ZodObject }),
      ...(idempotent && { header: idempotencyHeader }),
    },
    ...(body && {
      requestBody: {
        required: !bodyIsOptional,
        content: { 'application/json': { schema: body, examples: bodiesOf(examples) } },
      },
    }),
    responses: answersOf(each),
  }
}

function securityOf(rule: Rule): Record<string, string[]>[] {
  if (rule === 'anyone') return [{}]
  return rule === 'staff' ? [{ session: [] }] : [{ key: [rule] }, { session: [rule] }]
}

const counted = (cost?: Cost) =>
  cost && `Counted as \`${cost}\`: ${PER_MINUTE[cost].toLocaleString('en')} a minute.`

function pathParams(path: string) {
  const names = [...path.matchAll(/\[(\w+)\]/g)].map(([, name = '']) => name)
  if (names.length === 0) return {}
  const params = names.map((name) => [name, z.string().meta({ example: sampleOf(name) })])
  return { path: z.object(Object.fromEntries(params)) }
}

const samples: Record<string, string> = { sku: 'MUG-LOW-CLAY', model: 'units-per-sku' }
const sampleOf = (name: string) => samples[name] ?? sampleId

const idempotencyHeader = z.object({
  'Idempotency-Key': IdempotencyKey.optional().meta({
    description:
      'Sent again with the same key within a day, the same request is answered the same and has no second effect.',
  }),
})

type Examples = NonNullable<Description['examples']>

const bodiesOf = (examples: Examples) =>
  Object.fromEntries(
    Object.entries(examples).flatMap(([title, { body, status }]) =>
      body === undefined
        ? []
        : [[title, { value: body, ...(status && { description: `Answered with ${status}.` }) }]],
    ),
  )

/** What an example says in its query and its headers stands beside each parameter, under the example's title. */
function showInParameters({ parameters = [] }: oas31.OperationObject, examples: Examples) {
  for (const parameter of parameters as oas31.ParameterObject[]) {
    const shown = Object.entries(examples).flatMap(([title, { query, headers }]) => {
      const given: Record<string, unknown> = { ...(query as object), ...headers }
      const value = given[parameter.name] ?? given[parameter.name.toLowerCase()]
      return value === undefined ? [] : [[title, { value }]]
    })
    if (shown.length > 0) parameter.examples = Object.fromEntries(shown)
  }
}
