import { randomBytes } from 'node:crypto'
import { type Permission, permissions } from '@/server/access/permissions'

/** Who may sign in: an admin whom the environment of the shop named. */
export type Admin = { email: string; password: string }

/** An admin for a shop that is started for this. */
export const anAdmin = (): Admin => ({
  email: 'admin@tiny-store.example',
  password: randomBytes(16).toString('hex'),
})

/** As the shop's settings are called. */
export const adminIn = ({ email, password }: Admin) => ({ ADMIN_EMAIL: email, ADMIN_PASSWORD: password })

/** An API key, and how to give it back. */
export type Key = { key: string; giveBack: () => Promise<void> }

type Post = (path: string, body: object, cookie?: string) => Promise<Response>

/** Signs in as the admin and makes a key, as people do; `post` is how requests get there. */
export async function keyFrom(
  origin: string,
  { email, password }: Admin,
  {
    name,
    scopes = permissions,
    post = postTo(origin),
  }: { name: string; scopes?: readonly Permission[]; post?: Post },
): Promise<Key> {
  const session = await answered(await post('/api/session', { email, password }), 'signing in')
  const cookie = session.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ')
  const made = await answered(await post('/api/keys', { name, scopes }, cookie), 'making a key')
  const { keyId, key }: { keyId: string; key: string } = await made.json()
  return {
    key,
    giveBack: async () => {
      await fetch(new URL(`/api/keys/${keyId}`, origin), {
        method: 'DELETE',
        headers: { authorization: `Bearer ${key}` },
      })
    },
  }
}

const postTo =
  (origin: string): Post =>
  (path, body, cookie) =>
    fetch(new URL(path, origin), {
      method: 'POST',
      // A cookie counts only from a page of the shop's own, which a browser says of itself.
      headers: { 'content-type': 'application/json', origin, ...(cookie && { cookie }) },
      body: JSON.stringify(body),
    })

async function answered(response: Response, what: string): Promise<Response> {
  if (response.ok) return response
  const { detail } = await response.json()
  throw new Error(`The shop refused ${what} with ${response.status}: ${detail}`)
}

/** The way into a shop that runs already: a key of the environment, or one that its admin of the environment makes. */
export async function keyOfEnvironment(origin: string, name: string): Promise<Key> {
  const key = process.env.TINY_STORE_KEY
  return key ? { key, giveBack: async () => {} } : keyFrom(origin, adminOfEnvironment(origin), { name })
}

export function adminOfEnvironment(origin: string): Admin {
  const { ADMIN_EMAIL: email, ADMIN_PASSWORD: password } = process.env
  if (email && password) return { email, password }
  throw new Error(
    `The shop at ${origin} wants to know who comes. Say ADMIN_EMAIL and ADMIN_PASSWORD of one of its admins or, where that ` +
      'is enough, TINY_STORE_KEY=tsk_…, a key that its desk made. Or stop it: then a shop of its own is started for this.',
  )
}
