/* `npm run seed`: puts the twelve products into the database at DATABASE_URL. The embedded one is filled at boot. */
import { modules } from '@/server/modules'
import { closeDatabase, openDatabase } from '@/server/platform/database/connect'
import { migrateDatabase } from '@/server/platform/database/migrate'
import { settings } from '@/server/platform/settings'
import { enlist } from '@/server/platform/unit-of-work'
import { seed } from './seed'

await migrateDatabase(await openDatabase(settings()))
enlist(modules)
await seed()
await closeDatabase()
