import { getRebuild, knownModel, RebuildStep, takeStep } from '@/server/analytics'
import { readOptionalBody, route } from '@/server/http'

export const { GET, POST, PUT, PATCH, DELETE } = route<{ model: string }>({
  GET: ['analytics:read', async (_, { model }) => Response.json(await getRebuild(model))],
  POST: [
    'analytics:write',
    async (request, { model }) => {
      const { step } = await readOptionalBody(request, RebuildStep)
      return Response.json(await takeStep(knownModel(model), step), { status: step === 'begin' ? 202 : 200 })
    },
  ],
})
