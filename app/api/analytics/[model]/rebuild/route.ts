import { getRebuild, knownModel, ReadModelView, RebuildStep, RebuildView, takeStep } from '@/server/analytics'
import { operation, route } from '@/server/http'

export const { GET, POST, PUT, PATCH, DELETE } = route<{ model: string }>({
  GET: [
    'analytics:read',
    operation(
      {
        id: 'getRebuild',
        summary: 'What is being built beside a read model',
        answers: { 200: RebuildView },
      },
      ({ params }) => getRebuild(params.model),
    ),
  ],
  POST: [
    'analytics:write',
    operation(
      {
        id: 'rebuild',
        summary: 'Rebuild a read model, step by step',
        description:
          '`begin` builds it anew from the whole log, beside the one that is asked, which goes on being asked. When it has caught ' +
          'up, `compare` holds both against each other row for row, and `swap` puts it in the place of the other.',
        body: RebuildStep,
        bodyIsOptional: true,
        answers: { 200: ReadModelView },
        refusals: { 409: ['rebuild-under-way', 'no-rebuild', 'rebuild-not-so-far'] },
        examples: { Begin: {}, Pause: { body: { step: 'pause' }, status: 409 } },
      },
      ({ params, body }) => takeStep(knownModel(params.model), body.step),
    ),
  ],
})
