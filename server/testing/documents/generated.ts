import { typesOf } from '@/client/generate'
import { isDescribed, routeDoors } from '@/server/testing/doors'
import { openapi } from './openapi'

/** What is made from the routes and the events and kept beside them, so that a change of it is seen: by file. */
export async function generated(): Promise<Record<string, string>> {
  const document = openapi((await routeDoors()).filter(isDescribed))
  return {
    'docs/openapi.json': `${JSON.stringify(document, null, 1)}\n`,
    'client/schema.ts': await typesOf(document),
  }
}
