import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { text } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { extract } from 'tar-stream'
import { z } from 'zod'
import { DATABASE, FORMAT, MANIFEST, SECRETS } from './format'

const Manifest = z.object({ format: z.literal(FORMAT), version: z.string(), madeAt: z.string() })
export type Manifest = z.infer<typeof Manifest>

/** Only what a backup of ours has: nothing gets out of the folder that it is unpacked into. */
const NAME = new RegExp(`^(${SECRETS.join('|')}|${DATABASE}(/[\\w.-]+)+/?)$`)

/** Unpacks a backup into a folder, and answers what it says of itself. Throws when it is none, or not all of one. */
export async function unpackBackup(file: string, folder: string): Promise<Manifest> {
  const tar = extract()
  let manifest: Manifest | undefined
  let whole = false
  // Awaited below, together with what reads it.
  const reading = pipeline(createReadStream(file), createGunzip(), tar)
  const writing = (async () => {
    for await (const entry of tar) {
      const { name, type } = entry.header
      if (!manifest) {
        if (name !== MANIFEST) throw new Error('It does not begin as a backup does')
        manifest = Manifest.parse(JSON.parse(await text(entry)))
        continue
      }
      if (!NAME.test(name) || name.includes('..'))
        throw new Error(`It has something that is not ours: ${name}`)
      const target = join(folder, name)
      await mkdir(type === 'directory' ? target : dirname(target), { recursive: true, mode: 0o700 })
      if (type === 'directory') entry.resume()
      else await pipeline(entry, createWriteStream(target, { mode: 0o600 }))
      whole ||= name === `${DATABASE}/backup_label`
    }
  })()
  try {
    await Promise.all([reading, writing])
    if (!manifest || !whole) throw new Error('It ends too early')
    return manifest
  } catch (error) {
    tar.destroy()
    throw new Error(`${file} is not a whole backup of Tiny Store. ${(error as Error).message}`, {
      cause: error,
    })
  }
}
