import { readSession, SignIn, signIn, signOut } from '@/server/access/sign-in'
import { readBody, route } from '@/server/http'

/** Signing in makes a session, in a cookie; signing out ends it. */
export const { GET, POST, PUT, PATCH, DELETE } = route({
  GET: ['staff', readSession],
  POST: ['anyone', async (request) => signIn(request, await readBody(request, SignIn)), 'sign-in'],
  DELETE: ['anyone', signOut],
})
