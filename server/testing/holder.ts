/* A process that opens the embedded database of a folder, says how it went, and holds it: see database.test.ts. */
import { openEmbedded } from '@/server/platform/database/embedded'

const [, , folder = ''] = process.argv
await openEmbedded(folder).then(
  () => process.send?.('open'),
  (error: Error) => process.send?.(error.message),
)
setInterval(() => {}, 1_000)
