import type { Placed } from './openapi'

export type Shown = { title: string; command: string; answered?: string }

/** What an operation's examples say, as it would be typed. One that shows nothing is shown as it is. */
export function requestsOf(operation: Placed, origin: string): Shown[] {
  const { parameters = [], requestBody } = operation
  const bodies = requestBody?.content['application/json']?.examples ?? {}
  const titles = new Set([
    ...parameters.flatMap(({ examples = {} }) => Object.keys(examples)),
    ...Object.keys(bodies),
  ])
  const shown = titles.size > 0 ? [...titles] : ['']
  return shown.map((title) => ({
    title: title || 'As it is',
    command: commandOf(operation, origin, title, bodies[title]?.value),
    answered: bodies[title]?.description,
  }))
}

function commandOf(
  { method, path, parameters = [], security }: Placed,
  origin: string,
  title: string,
  body: unknown,
) {
  const given = (place: string) =>
    parameters.flatMap(({ name, in: where, example, examples = {} }) => {
      const value = examples[title]?.value ?? example
      return where === place && value !== undefined ? [[name, String(value)] as const] : []
    })
  const filled = given('path').reduce((at, [name, value]) => at.replace(`{${name}}`, value), path)
  const query = new URLSearchParams(given('query').map(([name, value]) => [name, value]))
  const address = `${origin}${filled}${query.size > 0 ? `?${query}` : ''}`
  const bearer = bearerFor(security)
  return [
    `curl ${method === 'GET' || body !== undefined ? '' : `-X ${method} `}'${address}'`,
    ...(method !== 'POST' && body !== undefined ? [`-X ${method}`] : []),
    ...(bearer ? [`-H "authorization: Bearer ${bearer}"`] : []),
    ...given('header').map(([name, value]) => `-H '${name.toLowerCase()}: ${value}'`),
    ...(body === undefined
      ? []
      : [
          "-H 'content-type: application/json'",
          `-d '${JSON.stringify(body, null, 2).replaceAll("'", "'\\''")}'`,
        ]),
  ].join(' \\\n  ')
}

/** As the README calls them. What is open to all is asked without. */
function bearerFor(security: Record<string, string[]>[]) {
  if (security.some((each) => Object.keys(each).length === 0)) return
  if (security.some(({ orderToken }) => orderToken)) return '$ORDER_TOKEN'
  return security.some(({ key }) => key) ? '$TINY_STORE_KEY' : undefined
}
