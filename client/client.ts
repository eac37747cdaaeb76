import createClient from 'openapi-fetch'
import type { components, paths } from './schema'

/** Everything that is answered, by name: `Schemas['Order']`. */
export type Schemas = components['schemas']

type Options = {
  /** Where the shop is, as `https://shop.example`. */
  origin: string
  /** An API key, or the access token of an order. */
  key?: string
  /** A call that is not answered by then is given up. */
  timeoutMs?: number
}

/** Calls for the shop at an address, by the method and the path of each operation. */
export function tinyStore({ origin, key, timeoutMs = 10_000 }: Options) {
  return createClient<paths>({
    baseUrl: origin,
    headers: key ? { authorization: `Bearer ${key}` } : {},
    fetch: (request) =>
      fetch(request, { signal: AbortSignal.timeout(timeoutMs) }).catch((cause: Error) => {
        const why = cause.cause instanceof Error ? cause.cause.message : cause.message
        throw new Error(`${request.method} ${request.url} was not answered: ${why}`, { cause })
      }),
  })
}

export type TinyStore = ReturnType<typeof tinyStore>

/** What every refusal says (RFC 9457). Which kinds an operation has is in the type of its `error`. */
export type Problem = { type: string; title: string; status: number; detail: string }

/** A refusal that is thrown. */
export class ProblemError extends Error {
  override name = 'ProblemError'

  constructor(
    readonly problem: Problem,
    { url }: Response,
  ) {
    super(`${url} answered ${problem.status}: ${problem.detail}`)
  }
}

type Answer<Data> = { data?: Data; error?: unknown; response: Response }

/** What was answered; a refusal is thrown, for who has nothing to do about it. */
export async function orThrow<Data>(answer: Promise<Answer<Data>>): Promise<Data> {
  const { data, error, response } = await answer
  if (response.ok) return data as Data
  throw new ProblemError(isProblem(error) ? error : unknownProblem(response), response)
}

const isProblem = (error: unknown): error is Problem =>
  typeof error === 'object' && error !== null && 'type' in error && 'detail' in error

const unknownProblem = ({ status, statusText: title }: Response): Problem => ({
  type: 'about:blank',
  title,
  status,
  detail: 'what came is no problem document',
})
