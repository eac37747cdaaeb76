import { createHmac } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'

/** What a receiver was told. */
export type Call = { id: string; timestamp: number; signatures: string[]; body: string; at: number }

export type Reply = Answer | 'never' | 'garbage' | 'hang up'
type Answer = { code?: number; headers?: Record<string, string>; body?: string; afterMs?: number }

export type Receiver = {
  url: string
  calls: Call[]
  /** How many calls it had to answer at once, at most. */
  most: number
  /** How it answers from now on. */
  answer: (call: Call) => Reply | Promise<Reply>
  close: () => void
}

/** A program of somebody else that is told by webhook. It answers 200 until it is told to do otherwise. */
export async function aReceiver(answer: Receiver['answer'] = () => ({})): Promise<Receiver> {
  let open = 0
  const server = createServer(async (request, response) => {
    receiver.most = Math.max(receiver.most, ++open)
    response.on('close', () => open--)
    const call = await read(request)
    receiver.calls.push(call)
    const reply = await receiver.answer(call)
    if (reply === 'never') return
    if (reply === 'hang up') return request.socket.destroy()
    if (reply === 'garbage') return request.socket.end('this is no HTTP\r\n\r\n')
    if (reply.afterMs) await wait(reply.afterMs)
    response.writeHead(reply.code ?? 200, reply.headers).end(reply.body)
  })
  server.unref()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const receiver: Receiver = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    calls: [],
    most: 0,
    answer,
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
  return receiver
}

/** A call as it comes in. */
export async function read(request: IncomingMessage): Promise<Call> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  const { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signature } = request.headers
  return {
    id: String(id),
    timestamp: Number(timestamp),
    signatures: String(signature).split(' '),
    body: Buffer.concat(chunks).toString('utf8'),
    at: Date.now(),
  }
}

/** What the spec says a signature is, by hand. */
export function signatureOf({ id, timestamp, body }: Call, secret: string): string {
  const key = Buffer.from(secret.slice('whsec_'.length), 'base64')
  return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`
}

export type Endpoint = { id: string; secret: string; status: string; why: string | null }
