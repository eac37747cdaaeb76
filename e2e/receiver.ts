import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Told = { headers: Record<string, string>; body: string; type: string; orderId?: string }

/** A program of somebody else that is told by webhook. `codeFor` says how it answers what. */
export async function aReceiver(codeFor: (told: Told) => number = () => 200) {
  const told: Told[] = []
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += chunk
    const { type, data } = JSON.parse(body)
    const call = {
      headers: request.headers as Record<string, string>,
      body,
      type,
      orderId: data.payload?.orderId,
    }
    told.push(call)
    response.writeHead(codeFor(call)).end('so it is')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/hook`,
    told,
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}
