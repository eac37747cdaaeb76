import { readdirSync } from 'node:fs'
import type { z } from 'zod'
import type { Cost } from '@/server/access/floods'
import type { Rule } from '@/server/access/permissions'
import type { Description } from '@/server/operation'
import type { Described } from '@/server/testing/documents/openapi'
import { appRouter } from '@/server/trpc/router'

export const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const

export const appFolder = `${process.cwd()}/app`

/** The folders of all routes, those with names before those with parameters: the order in which Next tries them. */
export const routes = readdirSync(appFolder, { recursive: true })
  .map(String)
  .filter((file) => /(^|\/)route\.ts$/.test(file))
  .map((file) => file.slice(0, -'/route.ts'.length))
  .sort((a, b) => (rank(a) < rank(b) ? -1 : 1))

function rank(folder: string) {
  return folder.replaceAll(/\[\[?\.\.\.\w+\]?\]/g, '~').replaceAll(/\[\w+\]/g, '|')
}

/** A method of a route, with what stands beside it: who may call it, what it is counted as, what it takes and answers. */
export type RouteDoor = {
  name: string
  method: string
  path: string
  rule: Rule
  cost?: Cost
  description?: Description
}

export const isDescribed = (door: RouteDoor): door is Described & RouteDoor => door.description !== undefined

/** All that routes let somebody do. What nothing else answers has no rule, for it only says so. */
export async function routeDoors(): Promise<RouteDoor[]> {
  const known = routes.filter((folder) => folder !== 'api/[[...path]]')
  const found = known.map(async (folder) => {
    const handlers = await import(`${appFolder}/${folder}/route.ts`)
    const path = `/${folder}`
    return methods
      .filter((method) => handlers[method].rule !== undefined)
      .map((method) => {
        const { rule, cost, description } = handlers[method]
        return { name: `${method} ${path}`, method, path, rule, cost, description }
      })
  })
  return (await Promise.all(found)).flat()
}

type Declared = { _def: { type: string; meta?: { rule?: Rule }; inputs: z.ZodType[] } }

/** All that the screens may ask: each procedure, with its rule and what it takes. */
export const procedures = Object.entries(
  appRouter._def.procedures as unknown as Record<string, Declared>,
).map(([name, { _def }]) => ({ name, type: _def.type, rule: _def.meta?.rule as Rule, inputs: _def.inputs }))

export type Procedure = (typeof procedures)[number]
