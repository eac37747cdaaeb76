import { z } from 'zod'
import {
  getFigures,
  listReadModels,
  modelNames,
  RebuildStep,
  stretchNames,
  takeStep,
} from '@/server/analytics'
import { procedure } from '../trpc'

export const analyticsRouter = {
  figures: procedure('analytics:read')
    .input(z.strictObject({ stretch: z.enum(stretchNames) }))
    .query(({ input }) => getFigures(input.stretch)),
  models: procedure('analytics:read').query(() => listReadModels()),
  rebuild: procedure('analytics:write')
    .input(RebuildStep.extend({ model: z.enum(modelNames) }))
    .mutation(({ input }) => takeStep(input.model, input.step)),
}
