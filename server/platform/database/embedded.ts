import { mkdirSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { tryLock } from 'fs-native-extensions'

/**
 * Opens the Postgres that runs inside this process, and holds its folder for as long as the process lives. Two
 * processes on one folder would corrupt it silently, so the second is refused; the operating system drops the lock
 * with the process, however that ends.
 */
export async function openEmbedded(folder: string): Promise<PGlite> {
  mkdirSync(folder, { recursive: true })
  // The file stays open on purpose: closing it would give the lock away.
  if (!tryLock(openSync(join(folder, 'lock'), 'a+'))) {
    throw new Error(
      `The embedded database in ${folder} is in use by another process. Stop that one, give this one a folder of ` +
        'its own (TINY_STORE_DATA=…), or let both use a Postgres server (DATABASE_URL=postgres://…).',
    )
  }
  return PGlite.create(join(folder, 'postgres'))
}
