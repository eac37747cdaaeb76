import fc from 'fast-check'
import superjson from 'superjson'
import type { z } from 'zod'
import type { Procedure } from '../../doors'
import type { Class } from '../classes'
import type { Case } from '../judge'
import { isShut, jsonSchemaOf, type Stage } from '../stage'
import { anything, hostileText, spoiled, wanted } from '../values'

const JSON_TYPE = { 'content-type': 'application/json' }

/** Of what is let through: done, or refused by the facts. */
const DECIDED = [200, 201, 204, 400, 401, 404, 409, 422]
const LARGEST = 65_536
const LONGEST_URL = 8_000

type Taking = Stage['doors'][number] & { takes: { schema: z.ZodType } }

/** What the proof and the sessions of these tests themselves hang on. */
const spared = ['proof.run', 'account.endOtherSessions']

export function bodyClasses(stage: Stage): Class[] {
  const takers = stage.doors.filter((door): door is Taking => door.takes !== undefined)
  const asking = stage.procedures.filter(
    ({ name, type, inputs }) => inputs.length > 0 && type !== 'subscription' && !spared.includes(name),
  )
  const aTaker = fc.constantFrom(...takers)
  const anAsking = fc.constantFrom(...asking)

  const to = (door: Stage['doors'][number], { right = [400], ...more }: Partial<Case>): Case => ({
    method: door.method,
    path: door.at,
    right: isShut(door.name) ? [...right, 404] : right,
    ...more,
    headers: { ...JSON_TYPE, ...stage.insider(door.rule), ...more.headers },
  })

  const bodyFor = ({ takes }: Taking) => {
    const meant = wanted(jsonSchemaOf(takes.schema), stage.ids)
    const { such } = takes as { such?: (known: Stage['known']) => unknown }
    return such ? fc.oneof(fc.constant(such(stage.known)), meant) : meant
  }

  const bodyCase = (door: Taking, value: unknown): Case => {
    const body = JSON.stringify(value) ?? ''
    const optional = body === '' && 'optional' in door.takes
    const fits = body === '' ? optional : door.takes.schema.safeParse(JSON.parse(body)).success
    return to(door, { body, right: fits ? DECIDED : [400] })
  }

  const inputFor = ({ inputs: [schema] }: Procedure) => wanted(schema ? jsonSchemaOf(schema) : {}, stage.ids)

  const spoiledOrNot = (value: unknown) =>
    fc.oneof(
      { arbitrary: spoiled(value), weight: 5 },
      { arbitrary: spoiled(value).chain(spoiled), weight: 3 },
      { arbitrary: fc.constant(value), weight: 1 },
      { arbitrary: anything, weight: 1 },
    )

  return [
    {
      name: 'Fields of routes: other types, null, gone, one too many',
      share: 220,
      cases: aTaker.chain((door) =>
        bodyFor(door)
          .chain(spoiledOrNot)
          .map((value) => bodyCase(door, value)),
      ),
    },
    {
      name: 'Fields of procedures: the same',
      share: 260,
      cases: anAsking.chain((procedure) =>
        inputFor(procedure)
          .chain(spoiledOrNot)
          .map((value) => inputCase(stage, procedure, value)),
      ),
    },
    {
      name: 'Texts like SQL, paths, scripts; control characters, halves of letters',
      share: 160,
      cases: aTaker.chain((door) =>
        fc.tuple(bodyFor(door), hostileText).map(([value, text]) => bodyCase(door, everywhere(value, text))),
      ),
    },
    {
      name: 'Keys of prototypes',
      share: 40,
      cases: fc.oneof(
        fc.tuple(aTaker, aPrototype).map(([door, text]) => to(door, { body: text, right: [400] })),
        fc
          .tuple(anAsking, aPrototype)
          .map(([procedure, text]) =>
            procedureCase(
              stage,
              procedure,
              `{"json":${text},"meta":{"values":{"__proto__.isAdmin":["Date"]}}}`,
              [400],
            ),
          ),
      ),
    },
    {
      name: 'JSON nested without end',
      share: 30,
      cases: fc
        .tuple(
          fc.oneof(aTaker, anAsking),
          fc.integer({ min: 21, max: 30_000 }),
          fc.constantFrom('[', '{"a":'),
        )
        .map(([door, depth, opening]) => {
          const closing = opening === '[' ? ']' : '}'
          const most = Math.min(depth, Math.floor(LARGEST / (opening.length + 1)) - 1)
          const text = `${opening.repeat(most)}${opening === '[' ? '' : '1'}${closing.repeat(most)}`
          if ('takes' in door) return to(door, { body: text, right: [400] })
          return procedureCase(stage, door, `{"json":${text.slice(0, 3_000)}`, [400])
        }),
    },
    {
      name: 'Broken JSON',
      share: 60,
      cases: aTaker.chain((door) =>
        fc
          .tuple(bodyFor(door), fc.nat(), fc.constantFrom('', ',', '}', '\u0000', "'", '\\', '\ufeff'))
          .map(([value, at, more]) => {
            const text = JSON.stringify(value) ?? '{}'
            const cut = text.slice(0, at % text.length) + more
            return to(door, {
              body: isJson(cut) || cut === '' ? `${cut}{` : cut,
              right: [400],
            })
          }),
      ),
    },
    {
      name: 'Bodies that are not UTF-8, or not JSON by what they say',
      share: 30,
      cases: fc
        .tuple(
          aTaker,
          fc.constantFrom(
            'text/plain',
            'multipart/form-data; boundary=x',
            'application/x-www-form-urlencoded',
            'application/xml',
            'json',
            '*/*',
            'application/json-patch',
            '',
          ),
        )
        .map(([door, type]) =>
          type === ''
            ? to(door, {
                body: Buffer.from('{"reason":"\xff"}', 'latin1'),
                right: [400],
              })
            : to(door, {
                body: '{"a":1}',
                headers: { 'content-type': type },
                right: [415],
              }),
        ),
    },
    {
      name: 'Bodies that are too large, up to 10 MB',
      share: 8,
      cases: fc
        .tuple(
          fc.oneof(aTaker, anAsking),
          fc.constantFrom(65_537, 70_000, 1_000_000, 10_000_000),
          fc.boolean(),
        )
        .map(([door, bytes, chunked]) => {
          const body = Buffer.alloc(bytes, ' ')
          if ('takes' in door) return to(door, { body, chunked, right: [413], withinMs: 2_000 })
          return {
            ...procedureCase(stage, door, '', [413]),
            method: 'POST',
            path: `/api/trpc/${door.name}`,
            body,
            chunked,
            withinMs: 2_000,
          }
        }),
    },
  ]
}

function inputCase(stage: Stage, procedure: Procedure, value: unknown): Case {
  const text = written(value)
  const fits = procedure.inputs.every(
    (schema) => schema.safeParse(superjson.deserialize(JSON.parse(text))).success,
  )
  const done = procedure.type === 'query' ? [200, 400, 404] : DECIDED
  return procedureCase(stage, procedure, text, fits ? done : [400])
}

/** Superjson refuses to write some values itself; what it refuses is sent as plain JSON. */
function written(value: unknown): string {
  try {
    return superjson.stringify(value)
  } catch {
    return JSON.stringify({ json: JSON.parse(JSON.stringify(value) ?? 'null') })
  }
}

function procedureCase(stage: Stage, { name, type, rule }: Procedure, input: string, meant: number[]): Case {
  const right = isShut(name) ? [...meant, 404] : meant
  const headers = { ...JSON_TYPE, ...stage.insider(rule) }
  if (type === 'mutation') return { method: 'POST', path: `/api/trpc/${name}`, headers, body: input, right }
  const path = `/api/trpc/${name}?input=${encodeURIComponent(input.toWellFormed())}`
  if (path.length < LONGEST_URL - 100) return { method: 'GET', path, headers, right }
  return { method: 'GET', path, headers, right: path.length > LONGEST_URL ? [414, 431] : [...right, 414] }
}

const aPrototype = fc.constantFrom(
  '{"__proto__":{"isAdmin":true}}',
  '{"constructor":{"prototype":{"isAdmin":true}}}',
  '{"prototype":{"isAdmin":true},"toString":1,"hasOwnProperty":1}',
  '{"__proto__":null,"items":[],"sku":"X","orderId":"X"}',
  '[{"__proto__":[]}]',
)

/** The text wherever a text stands. */
function everywhere(value: unknown, text: string): unknown {
  if (typeof value === 'string') return text
  if (Array.isArray(value)) return value.map((each) => everywhere(each, text))
  if (typeof value !== 'object' || value === null || value instanceof Date) return value
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, everywhere(each, text)]))
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
