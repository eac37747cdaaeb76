import { execFile } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { cp, mkdir, readFile, rename, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { PGlite } from '@electric-sql/pglite'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import { NextRequest } from 'next/server'
import { beforeAll, describe, expect, it } from 'vitest'
import { POST } from '@/app/api/backup/route'
import { version } from '@/package.json'
import { credentialsOf } from '@/server/testing/callers'
import { temporaryFolder } from '@/server/testing/folder'
import { aProduct, order } from '@/server/testing/orders'
import { settled } from '@/server/testing/stories'
import { owning } from '../database/app-role'
import { checkpoint } from '../database/checkpoint'
import { connected } from '../database/connect'
import { openEmbedded } from '../database/embedded'
import { settings } from '../settings'
import { packBackup } from './pack'
import { RESTORED } from './put-in-place'

const ask = async (body: unknown = { format: 'tar.gz' }) =>
  POST(
    new NextRequest('http://localhost/api/backup', {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(await credentialsOf(['backups:make'])) },
      body: JSON.stringify(body),
    }),
    { params: Promise.resolve({}) },
  )

/** `npm run …`, on a folder. */
async function run(command: 'backup' | 'restore', folder: string, ...args: string[]) {
  const env = { ...process.env, DATABASE_URL: '', TINY_STORE_DATA: folder, TINY_STORE_KEY: '' }
  const script = ['--import', 'tsx', `server/${command}.ts`, ...args]
  return promisify(execFile)(process.execPath, script, { env }).then(
    ({ stdout }) => ({ code: 0, said: stdout }),
    ({ code, stderr }) => ({ code, said: stderr as string }),
  )
}

/** By a Postgres that takes no lock: this process would keep that. */
async function ordersIn(folder: string): Promise<string[]> {
  const postgres = await PGlite.create(join(folder, 'postgres'), { extensions: { pg_trgm } })
  const { rows } = await postgres.query<{ id: string }>('select id from orders.orders')
  await postgres.close()
  return rows.map(({ id }) => id)
}

/** A command starts a Postgres, and has another process start one to verify it. */
const COMMANDS_MS = 120_000

describe.skipIf(process.env.DATABASE_URL)(
  'a backup of the embedded database',
  { timeout: COMMANDS_MS },
  () => {
    let file: string
    const before: string[] = []

    beforeAll(async () => {
      file = join(temporaryFolder(), 'backup.tar.gz')
      const { sku } = await aProduct(1_000)
      for (let n = 0; n < 5; n++) before.push(await order({ sku }))
      // Others are just buying: much is on its way when it begins, and gets on while files are read.
      const buying = Array.from({ length: 20 }, async () => settled(await order({ sku })))
      const answer = await ask()
      expect(answer.status).toBe(200)
      await writeFile(file, Buffer.from(await answer.arrayBuffer()))
      await Promise.all(buying)
    })

    it('made while orders are placed has all that was answered before it began, and all of it holds', async () => {
      const folder = join(temporaryFolder(), 'new')
      // Verified by the command, in a process of its own.
      expect(await run('restore', folder, file)).toEqual({
        code: 0,
        said: expect.stringContaining('verified'),
      })
      const restored = await ordersIn(folder)
      expect(restored).toEqual(expect.arrayContaining(before))
      expect(readFileSync(join(folder, 'auth-secret'))).toEqual(
        readFileSync(join(settings().dataFolder, 'auth-secret')),
      )
      expect(readdirSync(folder).sort()).toEqual(['auth-secret', 'lock', 'postgres'])

      const refused = await run('restore', folder, file)
      expect(refused).toEqual({ code: 1, said: expect.stringContaining('--replace') })
      const replaced = await run('restore', folder, file, '--replace')
      expect(replaced.code, replaced.said).toBe(0)
      const [former] = readdirSync(folder).filter((name) => name.startsWith('before-'))
      expect(readdirSync(join(folder, former ?? '')).sort()).toEqual(['auth-secret', 'postgres'])
      expect(await ordersIn(folder)).toEqual(restored)
    })

    it('that was interrupted while it was put in place is put there by whoever opens the folder next', async () => {
      const folder = join(temporaryFolder(), 'interrupted')
      await run('restore', folder, file)
      const orders = await ordersIn(folder)
      // As if the process had died after the first of the renames.
      await mkdir(join(folder, RESTORED, 'former'), { recursive: true })
      await rename(join(folder, 'postgres'), join(folder, RESTORED, 'postgres'))
      await (await openEmbedded(folder)).close()
      expect(existsSync(join(folder, RESTORED))).toBe(false)
      expect(await ordersIn(folder)).toEqual(orders)
    })

    it('that was put in place, and interrupted before the rest was cleared away, stays where it is', async () => {
      const folder = join(temporaryFolder(), 'uncleared')
      await run('restore', folder, file)
      const orders = await ordersIn(folder)
      await mkdir(join(folder, RESTORED))
      await (await openEmbedded(folder)).close()
      expect(existsSync(join(folder, RESTORED))).toBe(false)
      expect(await ordersIn(folder)).toEqual(orders)
    })

    it('that is not whole is none, and leaves the folder as it was', async () => {
      const half = join(temporaryFolder(), 'half.tar.gz')
      await cp(file, half)
      await truncate(half, Math.floor((await readFile(half)).length / 2))
      const folder = join(temporaryFolder(), 'unchanged')
      expect(await run('restore', folder, half)).toEqual({
        code: 1,
        said: expect.stringContaining('not a whole backup'),
      })
      expect(readdirSync(folder)).toEqual(['lock'])
    })

    it('can be taken of a shop that is stopped, and of one that runs only by asking it', async () => {
      const folder = join(temporaryFolder(), 'stopped')
      await run('restore', folder, file)
      const again = join(temporaryFolder(), 'again.tar.gz')
      const taken = await run('backup', folder, again)
      expect(taken.code, taken.said).toBe(0)
      expect((await run('backup', folder, again)).said).toContain('is there already')
      const running = await run('backup', settings().dataFolder, join(temporaryFolder(), 'x.tar.gz'))
      expect(running).toEqual({ code: 1, said: expect.stringContaining('TINY_STORE_KEY') })
    })

    it('is one at a time, and ends when nobody wants it any more', async () => {
      const tar = await packBackup(connected(), settings().dataFolder, version)
      expect((await ask()).status).toBe(409)
      tar.destroy()
      const status = async () => {
        const answer = await ask()
        // To its end: what is not read is under way for ever.
        await answer.arrayBuffer()
        return answer.status
      }
      await expect.poll(status, { timeout: 10_000 }).toBe(200)
    })

    it('is refused when it is to be another than there is', async () => {
      expect((await ask({ format: 'zip' })).status).toBe(400)
    })
  },
)

it.runIf(process.env.DATABASE_URL)('of a Postgres server is made by its own tools', async () => {
  expect((await ask()).status).toBe(422)
})

it.skipIf(process.env.DATABASE_URL)('the log of what was written is cleared now and then', async () => {
  const { session } = connected()
  const written = async () => {
    let since = ''
    await session((database) =>
      owning(database, async () => {
        const { rows } = (await database.execute(
          'select redo_lsn::text as since from pg_control_checkpoint()',
        )) as unknown as { rows: [{ since: string }] }
        since = rows[0].since
      }),
    )
    return since
  }
  const due = (bytes: number) => session((database) => owning(database, () => checkpoint(database, bytes)))
  const before = await written()
  await aProduct(1)
  await due(2 ** 40)
  expect(await written()).toBe(before)
  await due(0)
  expect(await written()).not.toBe(before)
})
