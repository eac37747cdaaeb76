import { readFileSync } from 'node:fs'
import { Validator } from '@seriousme/openapi-schema-validator'
import { describe, expect, it } from 'vitest'
import openapi from '@/docs/openapi.json'
import { permissions } from '@/server/access/permissions'
import { expectAsDescribed } from '@/server/testing/described'
import { generated } from '@/server/testing/documents/generated'
import { pathOf } from '@/server/testing/documents/openapi'
import { routeDoors } from '@/server/testing/doors'

/** They speak protocols of their own, for which there are clients. */
const protocols = ['/api/trpc/[trpc]', '/api/inngest']

type Operation = { operationId: string; tags: string[]; security: Record<string, string[]>[] }

const doors = (await routeDoors()).filter(({ path }) => !protocols.includes(path))

const documented = Object.entries(openapi.paths).flatMap(([path, operations]) =>
  Object.entries(operations as Record<string, Operation>).map(([method, operation]) => ({
    name: `${method.toUpperCase()} ${path}`,
    ...operation,
  })),
)

describe('the API’s documents', () => {
  it('are those of the routes as they are: if not, run `npm run client`', async () => {
    for (const [path, content] of Object.entries(await generated()))
      expect(readFileSync(path, 'utf8') === content, `${path} is stale: run \`npm run client\``).toBe(true)
  })

  it('have every method of every route, and nothing else', () => {
    const there = doors.map(({ method, path }) => `${method} ${pathOf({ path })}`)
    expect(documented.map(({ name }) => name).toSorted()).toEqual(there.toSorted())
  })

  it('say whom each lets in, as its rule does', () => {
    for (const { name, method, path, rule } of doors) {
      const { security = [] } = documented.find((each) => each.name === `${method} ${pathOf({ path })}`) ?? {}
      const scopes = security.flatMap(({ key, session }) => key ?? session ?? [])
      const demanded = rule === 'anyone' || rule === 'staff' ? [] : [rule]
      expect({ name, scopes }).toMatchObject({ scopes: expect.arrayContaining(demanded) })
      expect({
        name,
        unknown: scopes.filter((scope) => !permissions.some((each) => each === scope)),
      }).toEqual({ name, unknown: [] })
      const forAll = security.some((each) => Object.keys(each).length === 0)
      if (rule !== 'anyone') expect({ name, forAll }).toEqual({ name, forAll: false })
    }
  })

  it('say of every part what it is for', () => {
    const parts = openapi.tags.map(({ name }) => name)
    const named = documented.flatMap(({ tags }) => tags)
    expect(named.filter((tag) => !parts.includes(tag))).toEqual([])
  })

  it('name every operation once', () => {
    const names = documented.map(({ operationId }) => operationId)
    expect(names).toEqual([...new Set(names)])
  })

  it('are valid OpenAPI 3.1', async () => {
    const validator = new Validator()
    expect(await validator.validate(structuredClone(openapi))).toEqual({ valid: true })
    expect(validator.version).toBe('3.1')
  })
})

describe('an answer that is not as it is described', () => {
  const alive = { method: 'GET', path: '/api/health/alive' }
  const headers = new Headers({
    'content-type': 'application/json',
    'x-request-id': '1',
    ratelimit: '"read";r=1;t=1',
    'ratelimit-policy': '"read";q=1;w=1',
  })
  const told = (status: number, body: object, changes: Record<string, string> = {}) => ({
    status,
    body,
    text: JSON.stringify(body),
    headers: new Headers([...headers, ...Object.entries(changes)]),
  })

  it('is noticed, whatever is wrong with it', async () => {
    const tell = (...answer: Parameters<typeof told>) => expectAsDescribed(alive, told(...answer))
    await expect(tell(200, { status: 'alive' })).resolves.toBeUndefined()
    await expect(tell(200, { status: 'alive', secret: 1 })).rejects.toThrow('must NOT have additional')
    await expect(tell(200, { status: 'dead' })).rejects.toThrow('must be equal to constant')
    await expect(tell(200, {})).rejects.toThrow("must have required property 'status'")
    await expect(tell(201, { status: 'alive' })).rejects.toThrow('no such answer')
    await expect(tell(200, { status: 'alive' }, { 'content-type': 'text/html' })).rejects.toThrow('of type')
    headers.delete('x-request-id')
    await expect(tell(200, { status: 'alive' })).rejects.toThrow('X-Request-Id')
  })
})
