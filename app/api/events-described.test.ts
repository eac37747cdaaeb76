import asyncapiSpecs from '@asyncapi/specs'
import { Ajv } from 'ajv'
import formats from 'ajv-formats'
import type { Inngest } from 'inngest'
import { describe, expect, it } from 'vitest'
import asyncapi from '@/docs/asyncapi.json'
import { contract, eventTypes, saidBy } from '@/server/events'
import { modules } from '@/server/modules'
import { sendTo } from '@/server/platform/inngest'
import { type Poke, takeRoad } from '@/server/platform/pokes'
import { aProduct, order } from '@/server/testing/orders'
import { happy, settled } from '@/server/testing/stories'

const ajv = formats.default(new Ajv({ strict: false, allErrors: true, meta: false, validateSchema: false }))

type Message = { payload: object; examples?: { payload: { data: { payload: unknown } } }[] }
const messages: Record<string, Message> = asyncapi.components.messages

/** Whether something fits the payload of a message, to the last field. */
function fits(name: string, payload: unknown) {
  const valid = ajv.validate({ ...messages[name].payload, components: asyncapi.components }, payload)
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
    const channels = eventTypes.flatMap((type) => [`poke.${type}`, `webhook.${type}`])
    expect(Object.keys(asyncapi.channels).toSorted()).toEqual(channels.toSorted())
    const says = eventTypes.flatMap((type) => [`${saidBy[type]}.says.${type}`, `webhooks.tell.${type}`])
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
})
