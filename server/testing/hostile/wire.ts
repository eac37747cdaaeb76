import { Agent, type IncomingHttpHeaders, request as open } from 'node:http'
import { connect } from 'node:net'

/** What is sent, as it stands: nothing is made proper on the way. */
export type Asked = {
  method: string
  path: string
  headers?: Record<string, string | string[]>
  body?: string | Buffer
  /** The body comes in pieces of this many bytes, so far apart; it is never finished when they are far apart. */
  dribble?: { bytes: number; everyMs: number }
  /** Does not say beforehand how long the body is. */
  chunked?: boolean
}

export type Answer = { status: number; headers: IncomingHttpHeaders; text: string; tookMs: number }

const agent = new Agent({ keepAlive: true, maxSockets: 16 })

/** No answer may take so long, however slowly it was asked. */
const PATIENCE_MS = 20_000

export function send(
  origin: string,
  { method, path, headers = {}, body, dribble, chunked }: Asked,
): Promise<Answer> {
  const { hostname, port } = new URL(origin)
  const began = performance.now()
  return new Promise((resolve, reject) => {
    const length = body === undefined || chunked ? {} : { 'content-length': String(Buffer.byteLength(body)) }
    const outgoing = open({ hostname, port, method, path, agent, headers: { ...length, ...headers } })
    outgoing.setTimeout(PATIENCE_MS, () => outgoing.destroy(new Error('was not answered')))
    let answered = false
    outgoing.on('response', async (incoming) => {
      answered = true
      const chunks: Buffer[] = []
      try {
        for await (const chunk of incoming) chunks.push(chunk)
      } catch (error) {
        return reject(error)
      }
      // What is still to be sent nobody waits for.
      if (!outgoing.writableFinished) outgoing.destroy()
      resolve({
        status: incoming.statusCode ?? 0,
        headers: incoming.headers,
        text: Buffer.concat(chunks).toString('utf8'),
        tookMs: performance.now() - began,
      })
    })
    // Whoever is told enough may hang up: the answer counts, if there was one.
    outgoing.on('error', (error) => answered || reject(error))
    if (!dribble) return outgoing.end(body)
    outgoing.flushHeaders()
    const bytes = Buffer.from(body ?? '')
    let sent = 0
    const timer = setInterval(() => {
      if (outgoing.destroyed || answered || sent >= bytes.length) return clearInterval(timer)
      outgoing.write(bytes.subarray(sent, sent + dribble.bytes))
      sent += dribble.bytes
    }, dribble.everyMs)
    outgoing.on('close', () => clearInterval(timer))
  })
}

/** Writes bytes on a connection of their own, and answers the status of what comes back; 0 if it is just closed. */
export function sendRaw(origin: string, bytes: string | Buffer): Promise<{ status: number; tookMs: number }> {
  const { hostname, port } = new URL(origin)
  const began = performance.now()
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname, () => socket.write(bytes))
    let text = ''
    const done = () => {
      socket.destroy()
      resolve({
        status: Number(/^HTTP\/1\.1 (\d{3})/.exec(text)?.[1] ?? 0),
        tookMs: performance.now() - began,
      })
    }
    socket.on('data', (chunk) => {
      text += chunk
      done()
    })
    socket.on('error', done)
    socket.on('close', done)
    socket.setTimeout(PATIENCE_MS, done)
  })
}
