import { hkdfSync, randomBytes } from 'node:crypto'
import { Webhook } from 'standardwebhooks'
import { authSecret } from '../access/secret'
import { seal, unseal } from '../platform/sealed'

/** So a secret is known by its looks, to people and to who scans for such. The spec's own prefix. */
const PREFIX = 'whsec_'

/** A new secret. It is shown once; what is kept of it can be read by who has our own secret only. */
export function newSecret() {
  const secret = `${PREFIX}${randomBytes(32).toString('base64')}`
  return { secret, sealed: seal(secret, key()), hint: `${secret.slice(0, PREFIX.length + 3)}…` }
}

/** As the spec wants it: the message's id, this try's time, and a signature by each secret that is valid. */
export function signed(id: string, body: string, sealed: readonly string[]): Record<string, string> {
  const now = new Date()
  const signatures = sealed.map((secret) => new Webhook(open(secret)).sign(id, now, body))
  return {
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(now.getTime() / 1_000)),
    'webhook-signature': signatures.join(' '),
  }
}

function open(sealed: string): string {
  try {
    return unseal(sealed, key())
  } catch {
    throw new Error('The secret cannot be read any more, because AUTH_SECRET is another: rotate it')
  }
}

const derived = new Map<string, Uint8Array>()

/** Another key than any that the same secret is used for elsewhere. Made once: that costs more than a signature. */
function key(): Uint8Array {
  const secret = authSecret()
  const made =
    derived.get(secret) ?? new Uint8Array(hkdfSync('sha256', secret, '', 'tiny-store webhook secrets', 32))
  derived.set(secret, made)
  return made
}
