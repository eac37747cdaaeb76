import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Example, sampleId } from '@/server/operation'
import { db } from '@/server/platform/database/connect'
import { removeAllRules } from '@/server/platform/fault-lab/rules'
import { settings } from '@/server/platform/settings'
import { as } from '@/server/testing/callers'
import { pathOf } from '@/server/testing/documents/openapi'
import { isDescribed, routeDoors } from '@/server/testing/doors'
import { stageOf } from '@/server/testing/example-stage'
import { endpoints } from '@/server/webhooks/tables'

/*
 * Every request that the API's document shows is sent, and answered with the status that it says. That the answer has the form
 * that it says is looked at wherever a test calls the API.
 */

beforeAll(() => {
  settings().faultLab = true
})

afterAll(async () => {
  settings().faultLab = false
  await removeAllRules()
  // What they were told of is not to be told to anybody while other tests run.
  await db().delete(endpoints)
})

const operations = (await routeDoors()).filter(isDescribed)

const shown = operations.flatMap(({ description, ...door }) =>
  Object.entries(description.examples ?? { 'as it is': {} }).map(([title, example]) => ({
    ...door,
    ...description,
    title,
    example: example as Example,
  })),
)

/** Only the embedded database is backed up by the shop: what a server answers instead has a test of its own. */
const possible = shown.filter(({ id }) => id !== 'makeBackup' || !process.env.DATABASE_URL)

describe('the examples of the API', () => {
  it('show each query and each body', () => {
    const lacks = (part: 'query' | 'body') =>
      operations
        .filter(({ description }) => description[part])
        .filter(({ description: { examples = {} } }) => !Object.values(examples).some((each) => each[part]))
        .map(({ name }) => `${name}: ${part}`)
    expect([...lacks('query'), ...lacks('body')]).toEqual([])
  })

  it.each(possible)('$name: $title', async ({ method, path, id, rule, security, answers, example }) => {
    const { words = {}, headers } = await stageOf(id, pathOf({ path }))
    const inPath = path.replace('[sku]', 'MUG-LOW-CLAY').replace(/\[\w+\]/, sampleId)
    const query = new URLSearchParams(example.query as Record<string, string>)
    const meant = (said: string) =>
      Object.entries(words).reduce((text, [word, means]) => text.replaceAll(word, means), said)
    const body = example.body && meant(JSON.stringify(example.body))
    const ask = as(rule === 'anyone' && !security ? 'nobody' : 'admin')
    const answer = await ask(method, meant(`${inPath}?${query}`), body, { ...example.headers, ...headers })
    const expected = example.status ? [example.status] : Object.keys(answers).map(Number)
    expect(expected, answer.text).toContain(answer.status)
  })
})
