/*
 * `npm run restore -- <file>`: makes the embedded database what it was when the backup was made. The shop has to be stopped.
 * Ends with 1 when everything is as it was.
 */
import { existsSync } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { DATABASE } from './platform/backup/format'
import { putInPlace, RESTORED, UNPROVEN } from './platform/backup/put-in-place'
import { unpackBackup } from './platform/backup/unpack'
import { verified } from './platform/backup/verified'
import { lockFolder } from './platform/database/embedded'
import { settings } from './platform/settings'

const USAGE = `npm run restore -- <file.tar.gz> [--replace]

  Into TINY_STORE_DATA, or .data. With --replace also where a database is: that is kept beside the new one.`

async function restore(): Promise<string> {
  const { databaseUrl, dataFolder: folder } = settings()
  const [given, flag] = process.argv.slice(2)
  if (!given || (flag !== undefined && flag !== '--replace')) throw new Error(USAGE)
  if (databaseUrl)
    throw new Error(
      'DATABASE_URL is set: a Postgres server is restored by its own tools, see docs/deploy.md.',
    )
  if (!lockFolder(folder)) throw new Error(`The shop in ${folder} is running. Stop it first.`)
  await putInPlace(folder)
  if (existsSync(join(folder, DATABASE)) && flag !== '--replace')
    throw new Error(`There is a database in ${folder}. Say --replace, or TINY_STORE_DATA=<another folder>.`)
  const unproven = join(folder, UNPROVEN)
  try {
    await mkdir(unproven, { mode: 0o700 })
    const { madeAt } = await unpackBackup(resolve(given), unproven)
    await verified(unproven)
    await rm(join(unproven, 'lock'), { force: true })
    // From here on the folder holds the restored database, whatever happens.
    await rename(unproven, join(folder, RESTORED))
    const former = await putInPlace(folder)
    return `${folder} is as it was at ${madeAt}, verified.${former ? ` What was there is in ${former}.` : ''}`
  } finally {
    await rm(unproven, { recursive: true, force: true })
  }
}

await restore().then(
  (done) => {
    console.log(done)
  },
  (error: Error) => {
    console.error(`\n${error.message}\n\nNothing was changed.`)
    process.exitCode = 1
  },
)
