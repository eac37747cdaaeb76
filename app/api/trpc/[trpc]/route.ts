import { fetchRequestHandler } from '@trpc/server/adapters/fetch'
import { route } from '@/server/http'
import { appRouter } from '@/server/trpc/router'

const handler = (req: Request) =>
  fetchRequestHandler({ endpoint: '/api/trpc', req, router: appRouter, createContext: () => ({}) })

export const { GET, POST, PUT, PATCH, DELETE } = route<{ trpc: string }>({
  GET: handler,
  POST: handler,
})
