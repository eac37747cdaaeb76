import { fork } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { settings } from '@/server/platform/settings'
import { temporaryFolder } from '@/server/testing/folder'
import { authSecret } from './secret'

type Said = { first: string; again: string }

/** Each start makes or opens a database, on a machine that may be busy. */
const LIMIT_MS = 120_000

const unset = { DATABASE_URL: '', INNGEST_DEV: '', ADMIN_EMAIL: '', ADMIN_PASSWORD: '' }

const modeOf = (file: string) => statSync(file).mode & 0o777

/** What a fresh process on this folder says of how to sign in. */
async function start(folder: string, env: Record<string, string> = {}): Promise<Said> {
  const child = fork('server/testing/newcomer.ts', [], {
    execArgv: ['--import', 'tsx'],
    env: { ...process.env, ...unset, TINY_STORE_DATA: folder, ...env },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const [said] = await once(child, 'message')
  await once(child, 'exit')
  return said as Said
}

it(
  'is made at the first start, with a password that is said once and kept for its owner alone',
  async () => {
    const folder = temporaryFolder()
    const file = join(folder, 'first-admin')
    const { first, again } = await start(folder)
    const [email = '', password = ''] = readFileSync(file, 'utf8').split('\n')
    expect(password).toMatch(/^(\w{6}-){3}\w{6}$/)
    expect(first).toBe(`as ${email}, password ${password}, kept in ${file}`)
    expect(modeOf(file)).toBe(0o600)

    const later = await start(folder)
    for (const said of [again, later.first]) {
      expect(said).toContain(email)
      expect(said).toContain(file)
      expect(said).not.toContain(password)
    }
    expect(readFileSync(file, 'utf8')).toContain(password)
  },
  LIMIT_MS,
)

it('comes with a secret that signs cookies, kept for its owner alone', () => {
  const file = join(settings().dataFolder, 'auth-secret')
  expect(authSecret()).toBe(readFileSync(file, 'utf8'))
  expect(authSecret().length).toBeGreaterThan(40)
  expect(modeOf(file)).toBe(0o600)
})

it(
  'is whom the environment names, and nothing is written down',
  async () => {
    const folder = temporaryFolder()
    const named = { ADMIN_EMAIL: 'Anna@Shop.example', ADMIN_PASSWORD: 'a password for Anna' }
    expect((await start(folder, named)).first).toBe('as anna@shop.example')
    expect(() => statSync(join(folder, 'first-admin'))).toThrow('ENOENT')
  },
  LIMIT_MS,
)
