import { readSession, Session, SignedIn, SignIn, signIn, signOut } from '@/server/access/sign-in'
import { operation, route } from '@/server/http'

/** Signing in makes a session, in a cookie; signing out ends it. */
export const { GET, POST, PUT, PATCH, DELETE } = route({
  GET: [
    'staff',
    operation({ id: 'getSession', summary: 'Who is signed in', answers: { 200: Session } }, ({ request }) =>
      readSession(request),
    ),
  ],
  POST: [
    'anyone',
    operation(
      {
        id: 'signIn',
        summary: 'Sign in',
        description: 'Makes a session, in a cookie. Programs need none: they have keys.',
        body: SignIn,
        answers: { 200: SignedIn },
        refusals: { 401: ['wrong-credentials'], 403: ['forbidden'] },
        examples: {
          'By e-mail address and password': {
            body: { email: 'ada@tiny-store.example', password: 'correct horse battery staple' },
          },
        },
      },
      ({ request, body }) => signIn(request, body),
    ),
    'sign-in',
  ],
  DELETE: [
    'anyone',
    operation({ id: 'signOut', summary: 'Sign out', answers: { 204: null } }, ({ request }) =>
      signOut(request),
    ),
  ],
})
