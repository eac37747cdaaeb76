import { type Answer, send, sendRaw } from './wire'

/** What came of cases that are not drawn at random: what is wrong, and how long each took. */
export type Played = { says: string; wrong?: string; tookMs: number }

const crlf = (...lines: string[]) => `${lines.join('\r\n')}\r\n\r\n`

/** Bytes that are no proper request; Node itself refuses them, or the connection is closed. */
const connections: [says: string, bytes: string | Buffer, right: number[]][] = [
  ['nonsense', 'hello\r\n\r\n', [400]],
  ['a TLS greeting', Buffer.from([0x16, 3, 1, 2, 0, 1, 0, 1, 0xfc, 3, 3]), [400, 0]],
  ['HTTP/2 without having asked', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', [400, 505, 0]],
  ['no host', crlf('GET / HTTP/1.1'), [400]],
  [
    'two lengths',
    crlf('POST /api/orders HTTP/1.1', 'Host: a', 'Content-Length: 2', 'Content-Length: 3'),
    [400],
  ],
  ['a length that is none', crlf('POST /api/orders HTTP/1.1', 'Host: a', 'Content-Length: -1'), [400]],
  [
    'a length and pieces',
    crlf('POST /api/orders HTTP/1.1', 'Host: a', 'Content-Length: 4', 'Transfer-Encoding: chunked'),
    [400],
  ],
  [
    'pieces that are none',
    crlf(
      'POST /api/orders HTTP/1.1',
      'Host: a',
      'Content-Type: application/json',
      'Transfer-Encoding: chunked',
      '',
      'zz',
    ),
    [400, 0],
  ],
  [
    'an encoding that nobody knows',
    crlf('POST /api/orders HTTP/1.1', 'Host: a', 'Transfer-Encoding: nonsense'),
    [400, 501],
  ],
  ['a header with a line break in it', crlf('GET / HTTP/1.1', 'Host: a', 'X-A: b\rSet-Cookie: c=d'), [400]],
  ['a header with a zero in it', crlf('GET / HTTP/1.1', 'Host: a', 'X-A: b\u0000c'), [400]],
  ['a header without a name', crlf('GET / HTTP/1.1', 'Host: a', ': b'), [400]],
  [
    'a header that goes on',
    crlf('GET /api/health/alive HTTP/1.1', 'Host: a', 'X-A: b', ' c', 'Connection: close'),
    [200, 400],
  ],
  ['headers of 20 KB', crlf('GET / HTTP/1.1', 'Host: a', `X-A: ${'a'.repeat(20_000)}`), [431]],
  ['an address of 20 KB', crlf(`GET /${'a'.repeat(20_000)} HTTP/1.1`, 'Host: a'), [431]],
  [
    'a thousand headers',
    crlf(
      'GET / HTTP/1.1',
      'Host: a',
      ...Array.from({ length: 1_000 }, (_, at) => `X-${at}: ${'b'.repeat(10)}`),
    ),
    [200, 431],
  ],
  ['an expectation', crlf('GET /api/health/alive HTTP/1.1', 'Host: a', 'Expect: nonsense'), [417]],
  ['a tunnel', crlf('CONNECT evil.example:443 HTTP/1.1', 'Host: evil.example:443'), [0, 400, 404, 405]],
  [
    'another host’s whole address',
    crlf('GET http://evil.example/api/keys HTTP/1.1', 'Host: evil.example', 'Connection: close'),
    [401],
  ],
  [
    'a host that is none',
    crlf('GET /api/health/alive HTTP/1.1', 'Host: "><script>', 'Connection: close'),
    [200, 400],
  ],
  [
    'a page of a host that is none',
    crlf('GET / HTTP/1.1', 'Host: "><script>', 'Connection: close'),
    [200, 400],
  ],
  [
    'a path that climbs',
    crlf('GET /../../../etc/passwd HTTP/1.1', 'Host: a', 'Connection: close'),
    [404, 400, 308],
  ],
  [
    'a path below the files',
    crlf('GET /_next/static/../../../package.json HTTP/1.1', 'Host: a', 'Connection: close'),
    [404, 400, 308],
  ],
  [
    'a socket of the web',
    crlf(
      'GET / HTTP/1.1',
      'Host: a',
      'Upgrade: websocket',
      'Connection: Upgrade',
      'Sec-WebSocket-Key: eA==',
      'Sec-WebSocket-Version: 13',
    ),
    [0, 200, 400, 426],
  ],
]

export async function playConnections(origin: string): Promise<Played[]> {
  const played: Played[] = []
  for (const [says, bytes, right] of connections) {
    const { status, tookMs } = await sendRaw(origin, bytes)
    played.push({
      says,
      tookMs,
      ...(!right.includes(status) && { wrong: `${status || 'closed'}, which is not ${right.join(' or ')}` }),
      ...(tookMs > 1_000 && { wrong: `right, but after ${Math.round(tookMs)} ms` }),
    })
  }
  return played
}

/** How long the shop waits for a body, and a little more. */
const SLOW_MS = 7_000

/** Bodies that come a byte at a time, or not at all: each is cut off, and nobody else waits meanwhile. */
export async function playSlow(origin: string, paths: string[]): Promise<Played[]> {
  const slow = (path: string, everyMs: number): Promise<Played> =>
    send(origin, {
      method: 'POST',
      path,
      body: `{"a":"${'x'.repeat(1_000)}"}`,
      headers: { 'content-type': 'application/json' },
      dribble: { bytes: 1, everyMs },
    }).then((answer) => judged(`${path}, a byte each ${everyMs} ms`, answer), failed(path))
  const all = Promise.all(paths.flatMap((path) => [slow(path, 100), slow(path, 60_000)]))
  const others: Played[] = []
  const end = Date.now() + SLOW_MS / 2
  while (Date.now() < end) {
    const { status, tookMs } = await send(origin, { method: 'GET', path: '/api/inventory/products?limit=1' })
    const wrong = status !== 200 || tookMs > 1_000 ? `${status} after ${Math.round(tookMs)} ms` : undefined
    others.push({ says: 'somebody else meanwhile', tookMs, ...(wrong && { wrong }) })
  }
  return [...(await all), ...others]
}

function judged(says: string, { status, headers, tookMs }: Answer): Played {
  const wrong =
    status !== 408
      ? `${status}, which is not 408`
      : tookMs > SLOW_MS
        ? `cut off only after ${Math.round(tookMs)} ms`
        : headers.connection !== 'close'
          ? 'its connection is kept'
          : undefined
  // That it takes a while is what is meant: it is no slow answer.
  return { says, tookMs: 0, ...(wrong && { wrong }) }
}

const failed =
  (says: string) =>
  (error: Error): Played => ({ says, tookMs: 0, wrong: error.message })
