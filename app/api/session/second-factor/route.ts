import { giveSecondFactor, SecondFactor, SignedIn } from '@/server/access/sign-in'
import { operation, route } from '@/server/http'

export const { GET, POST, PUT, PATCH, DELETE } = route({
  POST: [
    'anyone',
    operation(
      {
        id: 'giveSecondFactor',
        summary: 'Sign in, the second step',
        description: 'For who has a second factor; the cookie of the first step says whose.',
        body: SecondFactor,
        answers: { 200: SignedIn },
        refusals: { 401: ['wrong-credentials', 'sign-in-expired'], 403: ['forbidden'] },
        security: [{ session: [] }],
        examples: { 'A code of the app': { body: { code: '123456' } } },
      },
      ({ request, body }) => giveSecondFactor(request, body),
    ),
    'sign-in',
  ],
})
