import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'

/**
 * Opens the database in this folder and asks it for everything that must always hold, in a process of its own. Throws what that
 * said, if something does not.
 */
export async function verified(folder: string): Promise<void> {
  const env = { ...process.env, DATABASE_URL: '', TINY_STORE_DATA: folder }
  const child = spawn(process.execPath, [...process.execArgv, 'server/verify.ts'], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const [out, errors, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close'),
  ])
  if (code !== 0) throw new Error(`What is in it does not hold:\n${out}${errors}`)
}
