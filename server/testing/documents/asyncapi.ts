import { z } from 'zod'
import { createSchema } from 'zod-openapi'
import { version } from '@/package.json'
import { place } from '@/server/event-view'
import { contract, type EventType, eventTypes, moduleNames, saidBy, schemaVersion } from '@/server/events'
import golden from '@/server/events.golden.json'
import { modules } from '@/server/modules'
import { sampleId } from '@/server/operation'
import { pokeName } from '@/server/platform/inngest'
import { asJson } from './schemas'

/** Which modules react to an event: the keys of their reactions. */
const reactorsOf = (eventType: EventType) =>
  moduleNames.filter((module) => eventType in modules[module].reactions)

/** The AsyncAPI document of the events: who says what to whom, and what is told to webhooks. */
export function asyncapi() {
  const schemas: Record<string, unknown> = {}
  /** Its own components go with it. */
  const schemaOf = (schema: z.ZodType) => {
    const made = createSchema(schema, { io: 'output', opts: { override: asJson } })
    Object.assign(schemas, made.components)
    return made.schema
  }
  const messages = Object.fromEntries([
    ...eventTypes.map((eventType) => [`poke.${eventType}`, pokeOf(eventType, schemaOf)]),
    ...eventTypes.map((eventType) => [`webhook.${eventType}`, webhookOf(eventType, schemaOf)]),
    ['webhook.test', testOf(schemaOf)],
  ])
  return {
    asyncapi: '3.0.0',
    info: { title: 'Tiny Store', version, description },
    defaultContentType: 'application/json',
    servers: {
      inngest: {
        host: 'inngest',
        protocol: 'inngest',
        description: 'The embedded engine in the same process, or the Inngest server that is configured.',
      },
      endpoint: {
        host: '{host}',
        protocol: 'https',
        description: 'An endpoint that somebody made at the desk or by REST.',
        variables: { host: { description: 'As its URL says; an address inside is refused.' } },
      },
    },
    channels: Object.fromEntries([
      ...eventTypes.map((eventType) => [
        `poke.${eventType}`,
        {
          address: pokeName(eventType),
          title: `${eventType}, inside`,
          servers: [{ $ref: '#/servers/inngest' }],
          messages: { [eventType]: ref('messages', `poke.${eventType}`) },
        },
      ]),
      ...[...eventTypes, 'test'].map((name) => [
        `webhook.${name}`,
        {
          // Whatever the endpoint's URL is.
          address: null,
          title: `${name}, told to webhooks`,
          servers: [{ $ref: '#/servers/endpoint' }],
          messages: { [name]: ref('messages', `webhook.${name}`) },
        },
      ]),
    ]),
    operations: Object.fromEntries([
      ...eventTypes.flatMap(operationsOf),
      tellingOf('test', 'An endpoint is told when somebody asks for a test.'),
    ]),
    components: { messages, messageTraits: { StandardWebhooks: standardWebhooks }, schemas },
  }
}

const description = `Modules talk to each other only by events, which stand in the log for ever. After a commit each is *poked*: a message
with ids only, by which whoever reacts finds the event in the log. Those outside are told by webhooks, after Standard Webhooks
(https://www.standardwebhooks.com): at least once, with the same bytes and the same \`webhook-id\` at every try, and in the order of
the lane unless the endpoint chose speed over order. A payload that changes its shape gets a new version; webhooks are told
what was written, with its version.`

const ref = (of: string, name: string) => ({ $ref: `#/components/${of}/${name}` })

/** Who says it and who hears of it, each by name. */
function operationsOf(eventType: EventType) {
  const inside = { $ref: `#/channels/poke.${eventType}` }
  const module = saidBy[eventType]
  return [
    [`${module}.says.${eventType}`, { action: 'send', channel: inside, summary: `${module} says it.` }],
    ...reactorsOf(eventType).map((reactor) => [
      `${reactor}.hears.${eventType}`,
      { action: 'receive', channel: inside, summary: `${reactor} reacts.` },
    ]),
    tellingOf(eventType, 'Endpoints are told whose filter it fits.'),
  ]
}

const tellingOf = (name: string, summary: string) => [
  `webhooks.tell.${name}`,
  {
    action: 'send',
    channel: { $ref: `#/channels/webhook.${name}` },
    summary,
    bindings: { http: { method: 'POST', bindingVersion: '0.3.0' } },
  },
]

type SchemaOf = (schema: z.ZodType) => unknown

const of = (eventType: EventType) => ({
  name: eventType,
  'x-said-by': saidBy[eventType],
  'x-version': schemaVersion(eventType),
})

const pokeOf = (eventType: EventType, schemaOf: SchemaOf) => ({
  ...of(eventType),
  title: `${eventType}, inside`,
  summary: 'Says that a delivery is due. Nothing of the event but its ids leaves the database.',
  payload: schemaOf(
    z.object({
      eventType: z.literal(eventType),
      eventId: place.eventId,
      lane: place.lane,
      sequence: place.sequence,
    }),
  ),
})

const webhookOf = (eventType: EventType, schemaOf: SchemaOf) => ({
  ...of(eventType),
  title: eventType,
  traits: [ref('messageTraits', 'StandardWebhooks')],
  payload: schemaOf(
    z.object({
      type: z.literal(eventType),
      timestamp: z.date().describe('When it happened.'),
      data: z.object({ ...place, payload: contract[eventType].meta({ id: eventType }) }),
    }),
  ),
  examples: [{ name: eventType, payload: exampleOf(eventType) }],
})

const testOf = (schemaOf: SchemaOf) => ({
  name: 'webhook.test',
  title: 'A test',
  traits: [ref('messageTraits', 'StandardWebhooks')],
  payload: schemaOf(
    z.object({
      type: z.literal('webhook.test'),
      timestamp: z.date(),
      data: z.object({ endpointId: z.uuid(), says: z.string() }),
    }),
  ),
})

function exampleOf(eventType: EventType) {
  const version = schemaVersion(eventType)
  const payload = (golden[eventType] as Record<string, Record<string, unknown>>)[version] ?? {}
  const about = { orders: 'Order', payments: 'Payment', shipments: 'Shipment', inventory: 'Reservation' }
  return {
    type: eventType,
    timestamp: '2025-11-22T10:30:00.000Z',
    data: {
      eventId: sampleId,
      aggregateId: payload.orderId ?? sampleId,
      aggregateType: 'sku' in payload ? 'Product' : about[saidBy[eventType]],
      version,
      position: 4711,
      lane: payload.orderId ?? sampleId,
      sequence: 1,
      correlationId: payload.orderId ?? sampleId,
      causationId: null,
      payload,
    },
  }
}

const standardWebhooks = {
  headers: {
    type: 'object',
    required: ['webhook-id', 'webhook-timestamp', 'webhook-signature'],
    properties: {
      'webhook-id': {
        type: 'string',
        description: 'The event’s id, the same at every try: who has seen it has seen the event.',
      },
      'webhook-timestamp': {
        type: 'string',
        pattern: '^[0-9]+$',
        description: 'When this try was sent, in seconds since 1970.',
      },
      'webhook-signature': {
        type: 'string',
        description:
          'HMAC-SHA256 of `id.timestamp.body`, in base64, each as `v1,…`: one for each secret that is valid, two while one is rotated.',
      },
    },
  },
}
