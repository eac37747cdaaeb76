/*
 * `npm run backup -- <file>`: copies the embedded database into a file, while the shop runs or not. It counts only when it was
 * unpacked, opened and asked for everything that must hold. Ends with 1 when there is no backup.
 */
import { createWriteStream, existsSync } from 'node:fs'
import { mkdtemp, rename, rm, stat } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { version } from '../package.json'
import { DATABASE, zipped } from './platform/backup/format'
import { packBackup } from './platform/backup/pack'
import { unpackBackup } from './platform/backup/unpack'
import { verified } from './platform/backup/verified'
import { closeDatabase, openDatabase } from './platform/database/connect'
import { log } from './platform/log'
import { settings } from './platform/settings'

const USAGE = `npm run backup -- <file.tar.gz> [--at http://localhost:3000]

  Of a shop that runs it asks for the copy, at APP_URL or where --at says, with TINY_STORE_KEY: a key with backups:make.
  Of one that does not it takes the copy itself.`

async function backup(): Promise<string> {
  const { databaseUrl, dataFolder, appUrl } = settings()
  const [given, flag, at = appUrl] = process.argv.slice(2)
  if (!given || (flag !== undefined && flag !== '--at')) throw new Error(USAGE)
  if (databaseUrl)
    throw new Error(
      'DATABASE_URL is set: a Postgres server is backed up by its own tools, see docs/deploy.md.',
    )
  const file = resolve(given)
  if (existsSync(file)) throw new Error(`${file} is there already. Give the backup a name of its own.`)
  if (!existsSync(join(dataFolder, DATABASE)))
    throw new Error(`There is no embedded database in ${dataFolder}.`)
  // Beside it, so that it gets its name in one step, and what is unpacked to be tried has as much room.
  const scratch = await mkdtemp(join(dirname(file), '.backup-'))
  try {
    const copied = join(scratch, 'copy.tar.gz')
    const content = (await ofFolder(dataFolder)) ?? (await ofShop(at))
    await pipeline(content, createWriteStream(copied, { mode: 0o600 }))
    await closeDatabase()
    const { madeAt } = await unpackBackup(copied, join(scratch, 'tried'))
    await verified(join(scratch, 'tried'))
    const { size } = await stat(copied)
    await rename(copied, file)
    return `${file}: ${(size / 2 ** 20).toFixed(1)} MB, begun ${madeAt}, opened and verified`
  } finally {
    await closeDatabase()
    await rm(scratch, { recursive: true, force: true })
  }
}

/** The copy, if nobody else has the folder open. */
async function ofFolder(folder: string): Promise<Readable | undefined> {
  const connection = await openDatabase({ databaseUrl: undefined, dataFolder: folder }).catch(
    (error: Error) => {
      if (!error.message.includes('in use by another process')) throw error
    },
  )
  if (!connection) return
  const tar = await packBackup(connection, folder, version)
  const zip = zipped()
  pipeline(tar, zip).catch(() => {})
  return zip
}

async function ofShop(origin: string): Promise<Readable> {
  const { TINY_STORE_KEY: key } = process.env
  if (!key)
    throw new Error(`The shop is running: say TINY_STORE_KEY=tsk_…, a key with backups:make.\n\n${USAGE}`)
  const answer = await fetch(new URL('/api/backup', origin), {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify({ format: 'tar.gz' }),
  }).catch((error) => {
    throw new Error(
      `The folder is in use, and the shop does not answer at ${origin}: ${error.cause ?? error}`,
    )
  })
  if (answer.ok && answer.body) return Readable.fromWeb(answer.body as never)
  const { detail = answer.statusText } = await answer.json().catch(() => ({}))
  throw new Error(`The shop at ${origin} refused with ${answer.status}: ${detail}`)
}

log.level = 'error'
await backup().then(
  (done) => console.log(done),
  (error: Error) => {
    console.error(`\n${error.message}\n\nThere is no backup.`)
    process.exitCode = 1
  },
)
