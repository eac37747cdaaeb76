import { fetchRequestHandler } from '@trpc/server/adapters/fetch'
import { readText, route } from '@/server/http'
import { appRouter } from '@/server/trpc/router'

const answer = (req: Request) =>
  fetchRequestHandler({ endpoint: '/api/trpc', req, router: appRouter, createContext: () => ({}) })

export const { GET, POST, PUT, PATCH, DELETE } = route<{ trpc: string }>({
  GET: answer,
  POST: async (request) => {
    const { url, method, headers, signal } = request
    return answer(new Request(url, { method, headers, signal, body: await readText(request) }))
  },
})
