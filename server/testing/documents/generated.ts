import { typesOf } from '@/client/generate'
import { isDescribed, routeDoors } from '@/server/testing/doors'
import { asyncapi } from './asyncapi'
import { openapi } from './openapi'

const json = (document: object) => `${JSON.stringify(document, null, 1)}\n`

/** What is made from the routes and the events and kept beside them, so that a change of it is seen: by file. */
export async function generated(): Promise<Record<string, string>> {
  const document = openapi((await routeDoors()).filter(isDescribed))
  return {
    'docs/openapi.json': json(document),
    'docs/asyncapi.json': json(asyncapi()),
    'client/schema.ts': await typesOf(document),
  }
}
