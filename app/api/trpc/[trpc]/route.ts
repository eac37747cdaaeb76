import { fetchRequestHandler } from '@trpc/server/adapters/fetch'
import { context } from '@/server/access/context'
import { contextOf } from '@/server/access/context-of'
import { readJsonText, refuseDeep } from '@/server/body'
import { route } from '@/server/http'
import { enveloping } from '@/server/trpc/envelope'
import { appRouter } from '@/server/trpc/router'
import { tollOf } from '@/server/trpc/toll'

/** Screens ask for what they show in one go, and none shows more than this. */
const MAX_BATCH = 30

const answer = (req: Request) =>
  fetchRequestHandler({
    endpoint: '/api/trpc',
    req,
    router: appRouter,
    maxBatchSize: MAX_BATCH,
    createContext: async ({ resHeaders: answerHeaders }) => {
      const asked = context() ?? (await contextOf(req.headers))
      return { ...asked, headers: req.headers, answerHeaders }
    },
  })

const answers = route<{ trpc: string }>({
  // Each procedure has a rule of its own.
  GET: [
    'anyone',
    async (request) => {
      refuseDeep(request.nextUrl.searchParams.get('input') ?? '')
      return answer(request)
    },
    tollOf,
  ],
  POST: [
    'anyone',
    async (request) => {
      const { url, method, headers, signal } = request
      const body = await readJsonText(request)
      return answer(new Request(url, { method, headers, signal, body }))
    },
    tollOf,
  ],
})

export const { PUT, PATCH, DELETE } = answers
export const GET = enveloping(answers.GET)
export const POST = enveloping(answers.POST)
