import type { z } from 'zod'
import { HttpRefusal } from './problem'

const MAX_BODY_BYTES = 64 * 1024
const BODY_LIMIT_MS = 5_000
const MAX_DEPTH = 20

/** The JSON body, read no further than it may be long, and parsed by its schema. */
export async function readBody<S extends z.ZodType>(request: Request, schema: S): Promise<z.output<S>> {
  refuseOtherTypes(request)
  return schema.parse(parseJson(await readJsonText(request)))
}

/** Like `readBody`, for a body that may be left out. */
export async function readOptionalBody<S extends z.ZodType>(
  request: Request,
  schema: S,
): Promise<z.output<S>> {
  return schema.parse(parseJson((await readJsonText(request)) || '{}'))
}

/** A body that says it is JSON and may be walked through, unparsed; nothing if there is none. */
export async function readJsonText(request: Request): Promise<string> {
  const text = await readText(request)
  if (/^[\t\n\r ]*$/.test(text)) return ''
  refuseOtherTypes(request)
  refuseDeep(text)
  return text
}

/** The body, read no further than it may be long, and no longer than it may take. */
async function readText(request: Request): Promise<string> {
  const tooLarge = new HttpRefusal(413, `The body may have at most ${MAX_BODY_BYTES} bytes`)
  if (Number(request.headers.get('content-length')) > MAX_BODY_BYTES) throw tooLarge
  const reader = request.body?.getReader()
  if (!reader) return ''
  const chunks: Uint8Array[] = []
  let size = 0
  const late = deadline()
  try {
    for (;;) {
      const { done, value } = await Promise.race([reader.read(), late.passed])
      if (done) return utf8(Buffer.concat(chunks))
      size += value.byteLength
      if (size > MAX_BODY_BYTES) throw tooLarge
      chunks.push(value)
    }
  } finally {
    late.clear()
    reader.releaseLock()
  }
}

/** A body that dribbles in keeps its connection no longer than one that is honest needs on a bad line. */
function deadline() {
  let timer: NodeJS.Timeout | undefined
  const passed = new Promise<never>((_, reject) => {
    const detail = `The body has to be here within ${BODY_LIMIT_MS / 1_000} s`
    const tooSlow = new HttpRefusal(408, detail, {}, { connection: 'close' })
    timer = setTimeout(() => reject(tooSlow), BODY_LIMIT_MS)
  })
  return { passed, clear: () => clearTimeout(timer) }
}

function utf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    throw new HttpRefusal(400, 'The body is not well-formed UTF-8')
  }
}

function refuseOtherTypes({ headers }: Request) {
  if (/^application\/(json|[\w.-]+\+json)\s*(;|$)/i.test(headers.get('content-type') ?? '')) return
  throw new HttpRefusal(415, 'Send the body as JSON, with content-type: application/json')
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new HttpRefusal(400, 'The body is not well-formed JSON')
  }
}

/** Refuses JSON that is nested so deep that whoever walks through it could fall. */
export function refuseDeep(json: string) {
  let depth = 0
  let inText = false
  for (let at = 0; at < json.length; at += 1) {
    const mark = json[at]
    if (mark === '"') inText = !inText
    else if (inText && mark === '\\') at += 1
    else if (!inText && (mark === '[' || mark === '{')) depth += 1
    else if (!inText && (mark === ']' || mark === '}')) depth -= 1
    if (depth > MAX_DEPTH) throw new HttpRefusal(400, `JSON may be nested at most ${MAX_DEPTH} deep`)
  }
}
