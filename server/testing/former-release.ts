import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { NodePgDatabase } from 'drizzle-orm/node-postgres'
import { migrate } from 'drizzle-orm/node-postgres/migrator'
import type { Database } from '@/server/platform/database/connect'
import { temporaryFolder } from './folder'

/** Brings an empty database to where a former release left it, whose last migration was this one. */
export async function migrateUntil(last: string, db: Database): Promise<void> {
  const folder = temporaryFolder()
  cpSync('drizzle', folder, { recursive: true })
  const file = join(folder, 'meta/_journal.json')
  const journal: { entries: { tag: string }[] } = JSON.parse(readFileSync(file, 'utf8'))
  const index = journal.entries.findIndex(({ tag }) => tag === last)
  if (index < 0) throw new Error(`There is no migration ${last}`)
  writeFileSync(file, JSON.stringify({ ...journal, entries: journal.entries.slice(0, index + 1) }))
  await migrate(db as unknown as NodePgDatabase, { migrationsFolder: folder })
}
