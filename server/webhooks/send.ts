import { Agent, request } from 'undici'
import { settings } from '../platform/settings'
import { faultIn, lookup } from './guard'

/** What came of telling an endpoint something. */
export type Answer = {
  /** The answer's status; null: there was none. */
  code: number | null
  ms: number
  /** Why it did not arrive; null: it did. */
  error: string | null
  /** How an answer began that said no. */
  excerpt: string | null
  /** How long it asked us to wait. */
  patienceMs?: number
}

/** How long it may take, from the name's lookup to the answer. */
const LIMIT_MS = 10_000
/** Tests that hurry wait less, but for as long as an answer takes at least. */
export const limitMs = () => Math.max(1_000, LIMIT_MS * Math.min(1, settings().timeScale))
/** An answer is read so far and so long; what else it says interests nobody. */
const ANSWER_BYTES = 4_096
const ANSWER_MS = 1_000
const EXCERPT = 500
/** Nobody is waited for longer than for the last try. */
const PATIENCE_MS = 10 * 3_600_000

/** Redirects are not followed, nor is an answer unpacked: undici does neither by itself. */
const agent = new Agent({ connect: { lookup }, keepAliveTimeout: 10_000 })

/** Sends a message. Whatever becomes of it is an answer: this never throws. */
export async function send(url: string, headers: Record<string, string>, body: string): Promise<Answer> {
  const begun = performance.now()
  const answered = (answer: Partial<Answer>): Answer => ({
    code: null,
    error: null,
    excerpt: null,
    ...answer,
    ms: Math.round(performance.now() - begun),
  })
  // What was made when more was allowed, and what is an address itself, is looked up by nobody.
  const fault = faultIn(url)
  if (fault) return answered({ error: `not sent: the URL ${fault}` })
  try {
    const response = await request(url, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json', 'user-agent': 'Tiny-Store-Webhooks/1' },
      body,
      dispatcher: agent,
      signal: AbortSignal.timeout(limitMs()),
    })
    const { statusCode: code } = response
    const answer = answered({ code })
    const text = await readSome(response.body)
    if (code >= 200 && code < 300) return answer
    const patienceMs = patience(response.headers['retry-after'])
    return { ...answer, error: String(code), excerpt: excerptOf(text), ...(patienceMs && { patienceMs }) }
  } catch (error) {
    return answered({ error: reasonOf(error) })
  }
}

/** Reads to the end what is short, so that the connection can be used again; what is not costs its connection. */
async function readSome(body: NodeJS.ReadableStream & { destroy: () => unknown }): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  const late = setTimeout(() => body.destroy(), ANSWER_MS)
  try {
    for await (const chunk of body) {
      chunks.push(Buffer.from(chunk))
      size += chunk.length
      if (size > ANSWER_BYTES) break
    }
  } catch {
    // What was read is enough.
  } finally {
    clearTimeout(late)
  }
  return Buffer.concat(chunks).toString('utf8')
}

const excerptOf = (text: string) => {
  const line = text.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim()
  return line.length > EXCERPT ? `${line.slice(0, EXCERPT - 1).toWellFormed()}…` : line || null
}

/** `Retry-After`, in seconds or as a date. */
function patience(given: string | string[] | undefined): number | undefined {
  const text = String(given ?? '')
  const ms = /^\d+$/.test(text) ? Number(text) * 1_000 : Date.parse(text) - Date.now()
  return ms > 0 ? Math.min(ms, PATIENCE_MS) : undefined
}

function reasonOf(error: unknown): string {
  const { name, code, message } = error as { name?: string; code?: string; message?: string }
  if (name === 'TimeoutError' || code === 'UND_ERR_CONNECT_TIMEOUT')
    return `no answer in ${limitMs() / 1_000} s`
  if (code === 'ECONNREFUSED') return 'nobody listens there'
  if (code === 'ECONNRESET' || code === 'UND_ERR_SOCKET') return 'the connection broke'
  return message || code || String(error)
}
