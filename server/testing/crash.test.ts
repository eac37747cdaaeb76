import { fork } from 'node:child_process'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { createTestDatabase } from './database'
import { temporaryFolder } from './folder'

type Report = { statuses: string[]; captures: number; reserved: number }

/** Another process than the test's, because it is killed; on a database of its own, because that is left behind. */
async function databaseOfItsOwn() {
  const { DATABASE_URL } = process.env
  return {
    ...process.env,
    INNGEST_DEV: '',
    TINY_STORE_DATA: temporaryFolder(),
    ...(DATABASE_URL && { DATABASE_URL: await createTestDatabase(DATABASE_URL) }),
  }
}

function run(script: string, env: NodeJS.ProcessEnv) {
  return fork(join(import.meta.dirname, script), {
    execArgv: ['--import', 'tsx'],
    env,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
}

it.each([1, 25, 50])(
  'loses no order when its process is killed after %i of 50, and a new one finishes them all',
  async (after) => {
    const env = await databaseOfItsOwn()
    const answered: string[] = []
    await new Promise<void>((resolve) => {
      const buyer = run('buyer.ts', env)
      buyer.on('message', ({ orderId }: { orderId: string }) => {
        answered.push(orderId)
        if (answered.length === after) buyer.kill('SIGKILL')
      })
      buyer.on('exit', () => resolve())
    })
    expect(answered.length).toBeGreaterThanOrEqual(after)
    const report = await new Promise<Report>((resolve, reject) => {
      const finisher = run('finisher.ts', env)
      finisher.on('message', (message) => resolve(message as Report))
      finisher.on('exit', (code) => reject(new Error(`The finisher ended with ${code} and no report`)))
      finisher.send(answered)
    })
    expect(report.statuses).toEqual(answered.map(() => 'SHIPPED'))
    // Every order in the database is finished and charged once, also those whose answer was lost with the process.
    expect(report.captures).toBe(report.reserved)
    expect(report.reserved).toBeGreaterThanOrEqual(answered.length)
  },
  120_000,
)
