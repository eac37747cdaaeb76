import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { procedures } from './testing/doors'

/** Where objects stand in a schema that take fields which nobody declared. */
function open(schema: unknown, path = ''): string[] {
  if (typeof schema !== 'object' || schema === null) return []
  const inside = Object.entries(schema).flatMap(([name, value]) => open(value, `${path}/${name}`))
  const lax =
    'properties' in schema && (schema as { additionalProperties?: unknown }).additionalProperties !== false
  return lax ? [path, ...inside] : inside
}

const inputOf = (schema: z.ZodType) => z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })

describe('what comes from outside', () => {
  it.each(procedures)('has no field that $name does not know', ({ inputs }) => {
    expect(inputs.flatMap((schema) => open(inputOf(schema)))).toEqual([])
  })

  it.each([
    ['orders.mine', {}],
    ['inventory.ledger', { sku: 'MUG' }],
  ])('is read also with what the screens’ client adds when a list goes on: %s', (name, input) => {
    const [schema] = procedures.find((each) => each.name === name)?.inputs ?? []
    expect(schema?.safeParse({ ...input, limit: 10, direction: 'forward' }).success).toBe(true)
  })

  it('would be noticed if it could have', () => {
    expect(open(inputOf(z.strictObject({ a: z.array(z.object({ b: z.string() })) })))).toEqual([
      '/properties/a/items',
    ])
    expect(procedures.length).toBeGreaterThan(30)
  })

  it('never becomes a part of a statement: what is ours is written out, what is theirs is a parameter', () => {
    const files = readdirSync('server', { recursive: true })
      .map(String)
      .filter(
        (file) => file.endsWith('.ts') && !/^testing\/|\.test\.ts$|^platform\/database\/migrate/.test(file),
      )
    expect(files.length).toBeGreaterThan(80)
    expect(
      files.filter((file) => /sql\.raw|\.unsafe\(/.test(readFileSync(`server/${file}`, 'utf8'))),
    ).toEqual([])
  })
})
