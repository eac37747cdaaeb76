import { getTableColumns, getTableName, sql } from 'drizzle-orm'
import { getTableConfig, type PgTable } from 'drizzle-orm/pg-core'
import type { Database } from '@/server/platform/database/connect'

const BATCH = 2_000

/**
 * Inserts many rows as JSON, a few thousand at a time: an insert with a parameter for each value would be built for
 * minutes. Columns that the rows do not have get their defaults.
 */
export async function insertMany(tx: Database, table: PgTable, rows: readonly object[]) {
  const { schema = 'public' } = getTableConfig(table)
  const target = sql`${sql.identifier(schema)}.${sql.identifier(getTableName(table))}`
  const columns = Object.entries(getTableColumns(table)).filter(([key]) => rows[0] && key in rows[0])
  const names = sql.join(
    columns.map(([, { name }]) => sql.identifier(name)),
    sql`, `,
  )
  for (let first = 0; first < rows.length; first += BATCH) {
    const batch = rows.slice(first, first + BATCH).map((row) => {
      const values = row as Record<string, unknown>
      return Object.fromEntries(columns.map(([key, { name }]) => [name, values[key]]))
    })
    await tx.execute(
      sql`insert into ${target} (${names}) select ${names} from jsonb_populate_recordset(null::${target}, ${JSON.stringify(batch)}::jsonb)`,
    )
  }
}
