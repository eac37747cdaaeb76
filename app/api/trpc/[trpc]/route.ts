import { fetchRequestHandler } from '@trpc/server/adapters/fetch'
import { context } from '@/server/access/context'
import { contextOf } from '@/server/access/context-of'
import { readText, route } from '@/server/http'
import { appRouter } from '@/server/trpc/router'

const answer = (req: Request) =>
  fetchRequestHandler({
    endpoint: '/api/trpc',
    req,
    router: appRouter,
    createContext: async ({ resHeaders: answerHeaders }) => {
      const asked = context() ?? (await contextOf(req.headers))
      return { ...asked, headers: req.headers, answerHeaders }
    },
  })

export const { GET, POST, PUT, PATCH, DELETE } = route<{ trpc: string }>({
  // Each procedure has a rule of its own.
  GET: ['anyone', answer],
  POST: [
    'anyone',
    async (request) => {
      const { url, method, headers, signal } = request
      return answer(new Request(url, { method, headers, signal, body: await readText(request) }))
    },
  ],
})
