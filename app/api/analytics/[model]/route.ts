import { Figures, getReadModel, knownModel, ReadModelQuery } from '@/server/analytics'
import { operation, route } from '@/server/http'

export const { GET, POST, PUT, PATCH, DELETE } = route<{ model: string }>({
  GET: [
    'analytics:read',
    operation(
      {
        id: 'getReadModel',
        summary: 'What a read model says of a stretch of time',
        description:
          'The last two weeks unless told otherwise, from `from` on and without `to`, and at most 366 days. What is kept by ' +
          'the day cannot be asked by the hour.',
        query: ReadModelQuery,
        answers: { 200: Figures },
        refusals: { 422: ['finer-than-kept'] },
        examples: {
          'By the day': { query: { from: '2026-11-01', to: '2026-12-01', by: 'day' } },
          'All in one': { query: { by: 'range' } },
        },
      },
      async ({ params, query }) => getReadModel(knownModel(params.model), query),
    ),
  ],
})
