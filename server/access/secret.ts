import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { processWide } from '../platform/process-wide'
import { settings } from '../platform/settings'

const known = processWide<string>('auth-secret')

/** What cookies are signed with. Who sets none has one made, which stays with the embedded database. */
export function authSecret(): string {
  const secret =
    known.get() ?? settings().authSecret ?? keptSecret(join(settings().dataFolder, 'auth-secret'))
  known.set(secret)
  return secret
}

function keptSecret(file: string): string {
  mkdirSync(settings().dataFolder, { recursive: true })
  try {
    // Not where there is one: of two processes that come here at once, the second takes what the first wrote.
    writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  return readFileSync(file, 'utf8')
}
