import { readdirSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '@/server/kernel/id'
import { settings } from '@/server/platform/settings'
import { as, screensAs, type Who } from '@/server/testing/callers'
import { procedures, routeDoors } from '@/server/testing/doors'
import { problemIn } from '@/server/testing/http-client'
import { permissions, permissionsOf, type Rule, roles } from './permissions'

/** What is open to everybody. Whoever adds a line here has thought of who might come. */
const open = [
  'GET /api/health',
  'GET /api/health/alive',
  'GET /api/openapi.json',
  'GET /api/asyncapi.json',
  'GET /api/inventory/products',
  'GET /api/inventory/products/[sku]',
  'POST /api/orders',
  'GET /api/orders/[orderId]',
  'POST /api/orders/[orderId]/cancel',
  'POST /api/session',
  'DELETE /api/session',
  'POST /api/session/second-factor',
  // Each procedure has a rule of its own.
  'GET /api/trpc/[trpc]',
  'POST /api/trpc/[trpc]',
  'catalogue.bySku',
  'catalogue.list',
  'catalogue.watch',
  // What they tell and do depends on the tokens that are shown: app/api/orders/access.test.ts.
  'orders.cancel',
  'orders.claim',
  'orders.forget',
  'orders.mine',
  'orders.place',
  'orders.share',
  'orders.story',
  'orders.watch',
]

type Door = { name: string; rule: Rule; call: (who: Who) => Promise<Answer> }
type Answer = 'unknown' | 'forbidden' | 'let in'

const known: string[] = ['anyone', 'staff', 'inngest', ...permissions]

// The fault lab's routes are there where it is on.
beforeAll(() => {
  settings().faultLab = true
})
afterAll(() => {
  settings().faultLab = false
})

const ofRoutes: Door[] = (await routeDoors()).map(({ method, path, ...door }) => ({
  ...door,
  call: (who) => callRoute(who, method, path.replace(/\[\w+\]/, newId())),
}))

/** With an id that nothing has and without a body: whoever is let in does no harm. */
async function callRoute(who: Who, method: string, path: string): Promise<Answer> {
  const answer = await as(who)(method, path)
  if (answer.status === 401) {
    expect(answer.headers.get('www-authenticate')).toBe('Bearer')
    expect(problemIn(answer, 401).type).toBe('/problems/unauthenticated')
    return 'unknown'
  }
  if (answer.status !== 403) return 'let in'
  expect(problemIn(answer, 403).type).toBe('/problems/forbidden')
  return 'forbidden'
}

const ofScreens: Door[] = procedures.map(({ name, rule }) => ({
  name,
  rule,
  call: (who) => callProcedure(who, name),
}))

/** Without input: whoever is let in is told that it is missing. */
async function callProcedure(who: Who, name: string): Promise<Answer> {
  const ask = name.split('.').reduce((at, part) => (at as never)[part], (await screensAs(who)) as unknown)
  const code = await (ask as () => Promise<unknown>)().then(
    () => undefined,
    (error) => error.code,
  )
  return code === 'UNAUTHORIZED' ? 'unknown' : code === 'FORBIDDEN' ? 'forbidden' : 'let in'
}

/** What acts without being told anything is not tried by those who may. */
const harmless = ({ name }: Door) => {
  const { type, inputs } = procedures.find((each) => each.name === name) ?? {}
  return type !== 'mutation' || (inputs ?? []).length > 0
}

const doors = [...ofRoutes, ...ofScreens]
const closed = doors.filter(({ rule }) => rule !== 'anyone' && rule !== 'inngest')
const guarded = closed.filter(({ rule }) => rule !== 'staff')

describe('every door', () => {
  it('is found', () => {
    expect(ofRoutes.length).toBeGreaterThan(20)
    expect(ofScreens.length).toBeGreaterThan(50)
  })

  it('has a rule', () => {
    expect(doors.filter(({ rule }) => !known.includes(rule)).map(({ name }) => name)).toEqual([])
  })

  it('is open to everybody only where that is meant', () => {
    const found = doors.filter(({ rule }) => rule === 'anyone').map(({ name }) => name)
    expect(found.toSorted()).toEqual(open.toSorted())
  })

  it('that changes something takes more than reading', () => {
    const changes = ({ name }: Door) =>
      /^(POST|PUT|PATCH|DELETE) /.test(name) ||
      procedures.find((each) => each.name === name)?.type === 'mutation'
    expect(doors.filter((door) => changes(door) && door.rule.endsWith(':read'))).toEqual([])
  })

  it('to staff and keys takes what is for them alone', () => {
    const of = (start: RegExp) => doors.filter(({ name }) => start.test(name)).map(({ rule }) => rule)
    expect(new Set(of(/^staff\./))).toEqual(new Set(['staff:manage']))
    expect(new Set(of(/^keys\.|\/api\/keys/))).toEqual(new Set(['keys:manage']))
    expect(new Set(of(/^account\./))).toEqual(new Set(['staff']))
  })

  it('is signed for only where Inngest calls', () => {
    const found = doors.filter(({ rule }) => rule === 'inngest').map(({ name }) => name)
    expect(found).toEqual(['GET /api/inngest', 'POST /api/inngest', 'PUT /api/inngest'])
  })
})

it.each(doors.filter(({ rule }) => rule === 'anyone'))('$name lets everybody in', async ({ name, call }) => {
  // Without a session there is none to read, and with a wrong code none to make.
  if (!name.startsWith('POST /api/session')) expect(await call('nobody')).toBe('let in')
})

it.each(closed)('$name refuses whom nobody knows', async ({ call }) => {
  expect(await call('nobody')).toBe('unknown')
})

it.each(guarded)('$name is refused to a key with all scopes but $rule', async ({ rule, call }) => {
  expect(await call(permissions.filter((scope) => scope !== rule))).toBe('forbidden')
})

it.each(guarded.filter(harmless))('$name lets a key in that has $rule alone', async ({ rule, call }) => {
  expect(await call(permissions.filter((scope) => scope === rule))).toBe('let in')
})

it.each(closed.filter(({ rule }) => rule === 'staff'))('$name is refused to any key', async ({ call }) => {
  expect(await call(permissions)).toBe('forbidden')
})

const ofRoles = guarded.flatMap((door) => roles.map((role) => ({ ...door, role })))
const has = ({ role, rule }: (typeof ofRoles)[number]) => permissionsOf[role].some((each) => each === rule)

it.each(ofRoles.filter((each) => !has(each)))('$name is refused to a $role', async ({ role, call }) => {
  expect(await call(role)).toBe('forbidden')
})

it.each(ofRoles.filter((each) => has(each) && harmless(each)))(
  '$name lets a $role in',
  async ({ role, call }) => {
    expect(await call(role)).toBe('let in')
  },
)

describe('pages', () => {
  const pages = readdirSync('app', { recursive: true })
    .map(String)
    .filter((file) => file.endsWith('page.tsx'))
  const desk = pages.filter((file) => file.startsWith('admin/'))

  it('are the shop’s, the desk’s, the API’s, and the one to sign in', () => {
    const others = pages.filter((file) => !desk.includes(file) && !/^(\(store\)|docs)\//.test(file))
    expect(others).toEqual(['sign-in/page.tsx'])
    expect(desk.length).toBeGreaterThan(9)
  })

  it.each(desk)('app/%s asks who looks before anything else', (file) => {
    const [, rule = ''] =
      /export default async function \w+\([^)]*\) \{\s+(?:const [\w\s{},]+ = )?await visitor\('([\w:-]+)'\)/.exec(
        readFileSync(`app/${file}`, 'utf8'),
      ) ?? []
    expect(['staff', ...permissions]).toContain(rule)
  })
})
