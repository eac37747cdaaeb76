import type { Answer, Asked } from './wire'

/** A request, and which answers to it are right. */
export type Case = Asked & {
  right: readonly number[]
  /** What stands in the right one. */
  says?: string
  /** How long the answer may take; a second unless the request itself takes longer. */
  withinMs?: number
}

const WITHIN_MS = 1_000

export const isLate = ({ withinMs = WITHIN_MS }: Pick<Case, 'withinMs'>, { tookMs }: Answer) =>
  tookMs > withinMs

/** What no answer may tell: statements, places in our code, what our packages are. */
const insides =
  /failed query|\binsert into\b|\bselect .* from\b|drizzle|node_modules|\bat [\w.<>]+ \(|\.ts:\d+/i

type Said = { type?: unknown; title?: unknown; status?: unknown; detail?: unknown; requestId?: unknown }

/** What is wrong with an answer; nothing if it is as it was meant. */
export function complaint(
  { path, right, says = '', withinMs = WITHIN_MS }: Case,
  answer: Answer,
): string | undefined {
  const { status, headers, text, tookMs } = answer
  if (status >= 500) return `a server error, ${status}: ${text.slice(0, 200)}`
  if (!right.includes(status)) return `${status}, which is not ${right.join(' or ')}: ${text.slice(0, 300)}`
  if (!text.includes(says)) return `says nothing of ${says}: ${text.slice(0, 300)}`
  if (isLate({ withinMs }, answer)) return `right, but after ${Math.round(tookMs)} ms`
  if (status < 400) return
  if (insides.test(text) && path.startsWith('/api')) return `tells of our insides: ${text.slice(0, 300)}`
  if (status === 405 && !headers.allow) return 'says not what is allowed'
  if (status === 401 && !headers['www-authenticate']) return 'says not how to come in'
  if (status === 429 && !headers['retry-after']) return 'says not when to come back'
  if (!path.startsWith('/api/') || text === '') return
  return complaintOf(problemIn(answer), answer)
}

function complaintOf(problem: Said | undefined, { status, headers, text }: Answer): string | undefined {
  if (!problem) return `is no problem document: ${text.slice(0, 300)}`
  const { type, title, detail, status: said, requestId } = problem
  if (said !== status) return `the document says ${said}, the answer ${status}`
  if (!/^\/problems\/[a-z-]+$/.test(String(type)) || !title || !detail)
    return `is not whole: ${text.slice(0, 300)}`
  if (requestId !== headers['x-request-id']) return `the document names another request: ${requestId}`
}

/** The answer's problem, as it stands or as screens get it. */
function problemIn({ headers, text }: Answer): Said | undefined {
  if (headers['content-type'] === 'application/problem+json') return JSON.parse(text)
  if (!headers['content-type']?.startsWith('application/json')) return
  const body = JSON.parse(text)
  return (Array.isArray(body) ? body[0] : body)?.error?.json?.data?.problem
}

/** As curl would be asked the same. */
export function told({ method, path, headers = {}, body, dribble, chunked }: Case): string {
  const all = Object.entries(headers).map(([name, value]) => `${name}: ${secretless(String(value))}`)
  const text = body === undefined ? '' : JSON.stringify(body.toString('utf8').slice(0, 1_000))
  const how = dribble ? 'dribbling' : chunked ? 'in pieces' : ''
  return [`${method} ${path.slice(0, 500)}`, ...all.map((line) => line.slice(0, 200)), text, how]
    .filter(Boolean)
    .join('\n      ')
}

const secretless = (text: string) => text.replace(/(tsk_|session_token=)\S{6,}/g, '$1…')
