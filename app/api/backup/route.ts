import { pipeline, Readable } from 'node:stream'
import { z } from 'zod'
import { version } from '@/package.json'
import { audit } from '@/server/access/audit'
import { operation, route } from '@/server/http'
import { unprocessable } from '@/server/kernel/errors'
import { zipped } from '@/server/platform/backup/format'
import { packBackup } from '@/server/platform/backup/pack'
import { connected } from '@/server/platform/database/connect'
import { log } from '@/server/platform/log'
import { settings } from '@/server/platform/settings'

const Backup = z.strictObject({
  format: z.literal('tar.gz', 'must be tar.gz, which is the only one there is'),
})

export const { GET, POST, PUT, PATCH, DELETE } = route({
  POST: [
    'backups:make',
    operation(
      {
        id: 'makeBackup',
        summary: 'The whole embedded database as a file, while it works',
        description:
          'Everybody’s data, and what signs cookies. `npm run backup` asks for it, and tries what it gets.',
        body: Backup,
        answers: { 200: { 'application/gzip': z.string() } },
        refusals: { 409: ['conflict'], 422: ['unprocessable'] },
        examples: { 'All of it': { body: { format: 'tar.gz' } } },
      },
      async () => {
        const connection = connected()
        if (connection.shared)
          throw unprocessable('A Postgres server is backed up by its own tools: see docs/deploy.md')
        // On record first: what cannot be is not begun.
        await audit('backups.make', { target: 'database' })(connection.db).execute()
        const tar = await packBackup(connection, settings().dataFolder, version)
        const zip = zipped()
        pipeline(tar, zip, (error) => {
          if (error) log.warn({ error }, 'A backup was not finished')
        })
        return new Response(Readable.toWeb(zip) as ReadableStream<Uint8Array>, {
          headers: { 'content-type': 'application/gzip' },
        })
      },
    ),
    'stream',
  ],
})
