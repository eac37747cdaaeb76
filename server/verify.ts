/*
 * `npm run verify`: asks every line of the proof of the database at DATABASE_URL, or of the embedded one. Ends with 1 when
 * a promise was broken, with 2 when it could not ask.
 */
import { existsSync } from 'node:fs'
import { modules } from './modules'
import { closeDatabase, openDatabase } from './platform/database/connect'
import type { Finding } from './platform/proof'
import { settings } from './platform/settings'
import { enlist } from './platform/unit-of-work'
import { prove } from './proof'

async function verify(): Promise<number> {
  const { databaseUrl, dataFolder } = settings()
  if (!databaseUrl && !existsSync(dataFolder)) {
    throw new Error(
      `There is no embedded database in ${dataFolder}: start the shop once, or set DATABASE_URL.`,
    )
  }
  const { name } = await openDatabase(settings())
  enlist(modules)
  console.log(`\n  ${name}\n`)
  let broken = 0
  for await (const { id, says, of, finding, tookMs } of prove()) {
    if (finding.violations > 0) broken++
    const state = finding.violations > 0 ? `${finding.violations} BROKEN` : 'holds'
    console.log(
      `  ${id.padEnd(4)} ${state.padEnd(12)} ${`${finding.checked} ${of}`.padEnd(20)} ${`${tookMs} ms`.padStart(8)}  ${says}`,
    )
    for (const line of remarks(finding)) console.log(`       ${line}`)
  }
  console.log(broken > 0 ? `\n  ${broken} of 13 are broken\n` : '\n  All thirteen hold\n')
  await closeDatabase()
  return broken > 0 ? 1 : 0
}

function remarks({ first, excused: { moving, dead, discarded } }: Finding): string[] {
  const left = [
    moving && `${moving} on their way`,
    dead && `${dead} behind a dead letter`,
    discarded && `${discarded} given up by hand`,
  ].filter(Boolean)
  const where = first && [
    first.orderId && `order ${first.orderId}`,
    first.eventId && `event ${first.eventId}`,
    first.sku && `SKU ${first.sku}`,
  ]
  return [
    ...(first && where ? [`first: ${where.filter(Boolean).join(', ')} ${first.says}`] : []),
    ...(left.length > 0 ? [`not counted: ${left.join(', ')}`] : []),
  ]
}

process.exitCode = await verify().catch((error: unknown) => {
  console.error(`\n${error instanceof Error ? error.message : error}\n`)
  return 2
})
