import asyncapiSpecs from '@asyncapi/specs'
import { Ajv } from 'ajv'
import formats from 'ajv-formats'
import { eq } from 'drizzle-orm'
import type { Inngest } from 'inngest'
import { describe, expect, it } from 'vitest'
import asyncapi from '@/docs/asyncapi.json'
import { contract, eventTypes, saidBy } from '@/server/events'
import { newId } from '@/server/kernel/id'
import { modules } from '@/server/modules'
import { db } from '@/server/platform/database/connect'
import { sendTo } from '@/server/platform/inngest'
import { type Poke, takeRoad } from '@/server/platform/pokes'
import { events } from '@/server/platform/tables'
import { closed } from '@/server/testing/described'
import { aProduct, order } from '@/server/testing/orders'
import { happy, settled } from '@/server/testing/stories'
import { messageOf, testMessage } from '@/server/webhooks/message'
import { newSecret, signed } from '@/server/webhooks/secrets'

const ajv = formats.default(new Ajv({ strict: false, allErrors: true, meta: false, validateSchema: false }))

type Message = { payload: object; examples?: { payload: { data: { payload: unknown } } }[] }
const components = closed(asyncapi.components)
const messages: Record<string, Message> = components.messages

/** Whether something fits the payload of a message, to the last field. */
function fits(name: string, payload: unknown) {
  const valid = ajv.validate({ ...messages[name].payload, components }, payload)
  if (!valid) throw new Error(`${name}: ${ajv.errorsText()}`)
}

describe('the document of the events', () => {
  it('is valid AsyncAPI 3', () => {
    const { $id, ...schema } = asyncapiSpecs.schemas['3.0.0'] as Record<string, unknown>
    const validate = ajv.compile(schema)
    expect(validate(asyncapi), ajv.errorsText(validate.errors?.slice(0, 3))).toBe(true)
    expect(validate({ ...asyncapi, channels: { x: { address: 1 } } })).toBe(false)
  })

  it('has a channel inside and one outside for every event, who says it and who reacts', () => {
    const channels = [...eventTypes.flatMap((type) => [`poke.${type}`, `webhook.${type}`]), 'webhook.test']
    expect(Object.keys(asyncapi.channels).toSorted()).toEqual(channels.toSorted())
    const says = eventTypes.flatMap((type) => [`${saidBy[type]}.says.${type}`, `webhooks.tell.${type}`])
    says.push('webhooks.tell.test')
    const hears = Object.entries(modules).flatMap(([module, { reactions }]) =>
      Object.keys(reactions).map((type) => `${module}.hears.${type}`),
    )
    expect(Object.keys(asyncapi.operations).toSorted()).toEqual([...says, ...hears].toSorted())
  })

  it('refers to nothing that is not there', () => {
    const references = [...JSON.stringify(asyncapi).matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, at]) => at)
    expect(references.length).toBeGreaterThan(eventTypes.length)
    const lost = references.filter(
      (path) => path?.split('/').reduce<unknown>((at, part) => (at as never)?.[part], asyncapi) === undefined,
    )
    expect(lost).toEqual([])
  })

  it.each(eventTypes)('shows %s as its payload’s schema has it', (type) => {
    const { examples = [] } = messages[`webhook.${type}`]
    expect(examples.length).toBeGreaterThan(0)
    for (const { payload: message } of examples) {
      fits(`webhook.${type}`, message)
      expect(contract[type].strict().parse(message.data.payload)).toBeTruthy()
    }
  })

  it('says pokes as they are sent', async () => {
    const heard: Poke[] = []
    const before = takeRoad((pokes) => {
      heard.push(...pokes)
      before?.(pokes)
    })
    await settled(await order({ sku: (await aProduct(3)).sku })).finally(() => takeRoad(before))
    const sent: { name: string; data: Record<string, unknown> }[] = []
    sendTo({ send: async (events: typeof sent) => sent.push(...events) } as never as Inngest)(heard)
    const types = sent.map(({ data }) => data.eventType)
    expect(types).toEqual(expect.arrayContaining(happy.slice(0, 6)))
    for (const { name, data } of sent) {
      fits(`poke.${data.eventType}`, data)
      expect(name).toBe(asyncapi.channels[`poke.${data.eventType as 'OrderPlaced'}`].address)
    }
  })

  it('says webhooks as they are told', async () => {
    const orderId = await order({ sku: (await aProduct(3)).sku })
    await settled(orderId)
    const story = await db().select().from(events).where(eq(events.lane, orderId))
    expect(story.map(({ eventType }) => eventType).toSorted()).toEqual(happy.toSorted())
    for (const event of story) fits(`webhook.${event.eventType}`, JSON.parse(messageOf(event)))
    fits('webhook.test', JSON.parse(testMessage(newId(), 'Mine')))
    const { headers } = components.messageTraits.StandardWebhooks
    const sent = signed(newId(), '{}', [newSecret().sealed])
    expect(ajv.validate(headers, sent), ajv.errorsText()).toBe(true)
    expect(ajv.validate(headers, { ...sent, 'webhook-extra': '' })).toBe(false)
    expect(() => fits('webhook.test', { ...JSON.parse(testMessage(newId(), 'Mine')), more: 1 })).toThrow(
      'must NOT',
    )
  })
})
