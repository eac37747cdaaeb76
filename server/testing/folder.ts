import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A new folder for a database, gone again with this process. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tiny-store-'))
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
  return folder
}
