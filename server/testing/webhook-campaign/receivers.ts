import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Call, type Reply, read } from '../receiver'

/** What an endpoint asks for, and how its receiver answers the n-th call for an event; `total` counts all of its calls. */
export type Character = {
  name: string
  says: string
  filters: string[]
  ordered: boolean
  answer: (nth: number, total: number) => Reply
  /** Until it recovers it takes nothing, so that all of it is given up. */
  sick?: true
}

const well: Reply = {}
const all = ['*']
/** So that nothing is told that does not go through in the end, but everything fails at first. */
const atFirst = (times: number, reply: Reply) => (nth: number) => (nth <= times ? reply : well)

export const cast = (trap: string): Character[] => [
  { name: 'well', says: '200', filters: all, ordered: true, answer: () => well },
  { name: 'speedy', says: '200, without order', filters: all, ordered: false, answer: () => well },
  {
    name: 'moody',
    says: '500 twice, then 200',
    filters: all,
    ordered: true,
    answer: atFirst(2, { code: 500 }),
  },
  {
    name: 'moved',
    says: '301 once, then 200',
    filters: all,
    ordered: true,
    answer: atFirst(1, { code: 301, headers: { location: trap } }),
  },
  {
    name: 'babbling',
    says: 'garbage once, then 200',
    filters: all,
    ordered: true,
    answer: atFirst(1, 'garbage'),
  },
  {
    name: 'rude',
    says: 'hangs up once, then 200',
    filters: all,
    ordered: false,
    answer: atFirst(1, 'hang up'),
  },
  { name: 'slow', says: '200 after 100 ms', filters: all, ordered: true, answer: () => ({ afterMs: 100 }) },
  {
    name: 'gone',
    says: '410 once, then resumed',
    filters: all,
    ordered: true,
    answer: (_, total) => (total === 20 ? { code: 410 } : well),
  },
  {
    name: 'silent',
    says: 'never, twice, then 200',
    filters: ['OrderPlaced'],
    ordered: true,
    answer: atFirst(2, 'never'),
  },
  {
    name: 'broken',
    says: '500 for ever',
    filters: ['Order*'],
    ordered: true,
    answer: () => ({ code: 500 }),
    sick: true,
  },
]

/** How many deliveries an order makes with this cast: seven events, of which four are the order's own. */
export const PER_ORDER = 8 * 7 + 1 + 4

/** A call, whether it was answered that it has arrived, and whether somebody had it sent again. */
export type Taken = Call & { taken: boolean; resent: boolean }

export type Listening = Character & { url: string; calls: Taken[] }

/** All of the cast on one server, and a trap where no redirect may lead. */
export async function listen(characters: (trap: string) => Character[]) {
  const heard = { trap: 0 }
  let byPath = new Map<
    string,
    { its: Character; calls: Taken[]; times: Map<string, number>; recovered: boolean }
  >()
  const server = createServer(async (request, response) => {
    const [, name = '', recover] = request.url?.split('/') ?? []
    const known = byPath.get(name)
    if (!known) heard.trap++
    if (!known || recover) {
      if (known) known.recovered = true
      return response.end()
    }
    const call = await read(request)
    const nth = (known.times.get(call.id) ?? 0) + 1
    known.times.set(call.id, nth)
    const reply = known.recovered ? well : known.its.answer(nth, known.calls.length + 1)
    const taken = typeof reply === 'object' && (reply.code ?? 200) < 300
    known.calls.push({ ...call, taken, resent: known.recovered })
    if (reply === 'never') return
    if (reply === 'hang up') return request.socket.destroy()
    if (reply === 'garbage') return request.socket.end('this is no HTTP\r\n\r\n')
    if (reply.afterMs) await new Promise((resolve) => setTimeout(resolve, reply.afterMs))
    response.writeHead(reply.code ?? 200, reply.headers).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  byPath = new Map(
    characters(`${origin}/trap`).map((its) => [
      its.name,
      { its, calls: [], times: new Map(), recovered: false },
    ]),
  )
  return {
    heard,
    listeners: [...byPath.values()].map(({ its, calls }) => ({
      ...its,
      calls,
      url: `${origin}/${its.name}`,
    })),
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}
