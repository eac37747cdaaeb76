import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createInngestHandler } from '@/server/inngest-handler'

type Options = {
  /** 0: any that is free. */
  port?: number
  /** The name by which the Inngest server reaches this machine. */
  host?: string
}

/**
 * Serves the Inngest functions over HTTP, as the app's `/api/inngest` does, and has them registered with the Inngest
 * server of INNGEST_DEV. Answers their address.
 */
export async function serveFunctions({ port = 0, host = '127.0.0.1' }: Options = {}): Promise<string> {
  const handlers = createInngestHandler()
  const server = createServer(async (request, response) => {
    const handle = handlers[request.method as keyof typeof handlers] as
      | ((request: Request, context: undefined) => Promise<Response>)
      | undefined
    const answer = await handle?.(await asWebRequest(request), undefined)
    response.writeHead(answer?.status ?? 405, Object.fromEntries(answer?.headers ?? []))
    response.end(await answer?.text())
  })
  server.unref()
  await new Promise<void>((resolve) => server.listen(port, resolve))
  const url = `http://${host}:${(server.address() as AddressInfo).port}/api/inngest`
  const registered = await fetch(url, { method: 'PUT' })
  if (!registered.ok) throw new Error(`The functions were not registered: ${await registered.text()}`)
  return url
}

async function asWebRequest(request: IncomingMessage): Promise<Request> {
  const { method, url, headers } = request
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  return new Request(`http://${headers.host}${url}`, {
    method,
    headers: headers as Record<string, string>,
    ...(chunks.length > 0 && { body: Buffer.concat(chunks) }),
  })
}
