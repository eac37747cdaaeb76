import { giveSecondFactor, SecondFactor } from '@/server/access/sign-in'
import { readBody, route } from '@/server/http'

export const { GET, POST, PUT, PATCH, DELETE } = route({
  POST: [
    'anyone',
    async (request) => giveSecondFactor(request, await readBody(request, SecondFactor)),
    'sign-in',
  ],
})
