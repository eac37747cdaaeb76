import type { Credentials, Stage } from '../stage'
import type { Answer } from '../wire'
import {
  changed,
  demoted,
  disabled,
  ended,
  firstPassword,
  oldSession,
  revoked,
  signedOut,
  unsigned,
} from './former'
import type { Line } from './line'

/** Credentials that are none, or none any more. */
export function credentials(stage: Stage): Line[] {
  const { ask, post, boss, key, known } = stage
  const get = (path: string, headers: Credentials = {}) => ask({ method: 'GET', path, headers })
  const keys = (headers: Credentials) => get('/api/keys', headers)
  return [
    ['a key with a letter changed', () => keys({ authorization: changed(key.authorization) }), [401]],
    [
      'a key without its last letter',
      () => keys({ authorization: key.authorization?.slice(0, -1) ?? '' }),
      [401],
    ],
    [
      'a key in the address',
      () => get(`/api/keys?authorization=${encodeURIComponent(key.authorization ?? '')}`),
      [401],
    ],
    [
      'a key as a cookie',
      () => keys({ cookie: `authorization=${bare(key)}; tiny-store.session_token=${bare(key)}` }),
      [401],
    ],
    [
      'a key as a password',
      () => keys({ authorization: `Basic ${Buffer.from(`admin:${bare(key)}`).toString('base64')}` }),
      [401],
    ],
    ['a key in capitals', () => keys({ authorization: key.authorization?.toUpperCase() ?? '' }), [401]],
    ['the hash of a key', () => keys({ authorization: `Bearer tsk_${'a'.repeat(64)}` }), [401]],
    ['a revoked key', () => revoked(stage), [401]],
    ['a session after signing out', () => signedOut(stage), [401]],
    ['a session of somebody who was disabled', () => disabled(stage), [401]],
    ['a session whose role became smaller', () => demoted(stage), [403]],
    ['a session that somebody else ended', () => ended(stage), [401]],
    ['a first password after it was replaced', () => firstPassword(stage), [401]],
    ['a session from before the password was changed', () => oldSession(stage), [401]],
    ['a session with a letter changed', () => keys({ cookie: changed(boss.cookie) }), [401]],
    ['a session without its signature', () => keys({ cookie: unsigned(boss.cookie) }), [401]],
    ['a session and a wrong key', () => keys({ ...boss, authorization: 'Bearer tsk_wrong' }), [401]],
    ['an order’s token as a key', () => keys({ authorization: `Bearer ${known.accessToken}` }), [401]],
    [
      'a wrong password',
      () => post('/api/session', { email: stage.admin.email, password: 'a wrong password' }),
      [401],
    ],
    ['a password of somebody whom nobody knows', () => enumerated(stage), sameRefusal],
    [
      'a second factor without the first',
      () => post('/api/session/second-factor', { code: '123456' }),
      [401],
    ],
    [
      'an account of one’s own',
      () => post('/api/auth/sign-up/email', { email: 'a@b.example', password: 'a long password', name: 'A' }),
      [404],
    ],
    [
      'the library behind signing in',
      () => post('/api/auth/sign-in/email', { email: stage.admin.email, password: stage.admin.password }),
      [404],
    ],
  ]
}

const bare = ({ authorization = '' }: Credentials) => authorization.slice('Bearer '.length)

/** Who is known must not be heard from how a wrong password is refused. */
async function enumerated({ post, admin }: Stage) {
  const known = await post('/api/session', { email: admin.email, password: 'a wrong password' })
  const unknown = await post('/api/session', {
    email: 'nobody@tiny-store.example',
    password: 'a wrong password',
  })
  return { ...unknown, text: JSON.stringify([detailOf(known), detailOf(unknown)]) }
}

const detailOf = ({ status, text }: Answer) => `${status} ${JSON.parse(text).detail}`

function sameRefusal({ status, text }: Answer) {
  const [known, unknown] = JSON.parse(text)
  if (status !== 401 || known !== unknown) return `"${known}" and "${unknown}"`
}
