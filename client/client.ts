import createClient from 'openapi-fetch'
import type { paths } from './schema'

type Options = {
  /** Where the shop is, as `https://shop.example`. */
  origin: string
  /** An API key, or the access token of an order. */
  key?: string
  /** A call that is not answered by then is given up. */
  timeoutMs?: number
}

/** Calls for the shop at an address, by the method and the path of each operation; see README.md. */
export function tinyStore({ origin, key, timeoutMs = 10_000 }: Options) {
  return createClient<paths>({
    baseUrl: origin,
    headers: key ? { authorization: `Bearer ${key}` } : {},
    fetch: (request) => fetch(request, { signal: AbortSignal.timeout(timeoutMs) }),
  })
}

export type TinyStore = ReturnType<typeof tinyStore>

/** What every refusal says (RFC 9457); each operation's own kinds are in the type of its `error`. */
type Problem = { type: string; title: string; status: number; detail: string }

/** A refusal that was thrown. */
export class ProblemError<P extends Problem = Problem> extends Error {
  override name = 'ProblemError'

  constructor(readonly problem: P) {
    super(`${problem.status} ${problem.title}: ${problem.detail}`)
  }
}

/** The answer's data; a refusal is thrown, for who has no use for it beside what went well. */
export async function orThrow<Data>(
  answer: Promise<{ data?: Data; error?: unknown; response: Response }>,
): Promise<Data> {
  const { data, error, response } = await answer
  if (response.ok) return data as Data
  const { status, statusText } = response
  const fallback = {
    type: 'about:blank',
    title: statusText,
    status,
    detail: 'What came is no problem document',
  }
  throw new ProblemError({ ...fallback, ...(typeof error === 'object' ? error : {}) })
}
