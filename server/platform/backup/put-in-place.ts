import { existsSync } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { DATABASE, SECRETS } from './format'

/** Being unpacked and tried: worth nothing yet, and thrown away when that is interrupted. */
export const UNPROVEN = 'restoring'
/** Whole and tried: it is what the folder holds from now on, however far its parts were moved. */
export const RESTORED = 'restored'

const PARTS = [...SECRETS, DATABASE]

/**
 * Puts a restored database in place of what is there, which is kept beside it. Each step can be done again: a process that dies
 * in the middle leaves it to the next one that opens the folder. Answers where the former one is, if there was one.
 */
export async function putInPlace(folder: string): Promise<string | undefined> {
  const restored = join(folder, RESTORED)
  await rm(join(folder, UNPROVEN), { recursive: true, force: true })
  if (!existsSync(restored)) return
  const [leaving, former] = [join(restored, 'leaving'), join(restored, 'former')]
  // The database is the last of the parts to be moved in: what has none any more is in place, and only to be cleared away.
  if (!existsSync(former) && existsSync(join(restored, DATABASE))) {
    await mkdir(leaving, { recursive: true })
    for (const part of PARTS) await move(join(folder, part), join(leaving, part))
    await rename(leaving, former)
  }
  for (const part of PARTS) await move(join(restored, part), join(folder, part))
  const had = existsSync(join(former, DATABASE))
  const kept = join(folder, `before-${new Date().toISOString().replaceAll(/[:.]/g, '-')}`)
  if (had) await rename(former, kept)
  await rm(restored, { recursive: true })
  return had ? kept : undefined
}

async function move(from: string, to: string) {
  if (existsSync(from)) await rename(from, to)
}
