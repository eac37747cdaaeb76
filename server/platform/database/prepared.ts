import { type GetColumnData, type SQL, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import type { Pool, PoolClient } from 'pg'
import type { Database } from './connect'

/** A query that is built once per connection: building it again would cost about as much as running it. */
export function prepared<Query>(build: (database: Database) => Query): (database: Database) => Query {
  const built = new WeakMap<Database, Query>()
  return (database) => {
    const known = built.get(database) ?? build(database)
    built.set(database, known)
    return known
  }
}

/** A statement, such as Drizzle's, that is built and waits to be run. What it throws undoes the transaction that it is part of. */
export type Write = { execute(): Promise<unknown> }

/**
 * A write that is built once per connection, and waits to be run with the values that it is given: one for each of these
 * columns, in whose place `row` stands while it is built.
 */
export function preparedWrite<C extends Columns>(
  columns: C,
  build: (database: Database, row: Sqls<C>) => { execute(values: Record<string, unknown>): Promise<unknown> },
): (database: Database, values: { [Name in keyof C]: GetColumnData<C[Name]> }) => Write {
  const write = prepared((database) => build(database, given(columns)))
  return (database, values) => ({ execute: () => write(database).execute(values) })
}

type Columns = Record<string, PgColumn>
type Sqls<C extends Columns> = { [Name in keyof C]: SQL }

/** What a prepared statement is given for each of these columns, under the column's name. */
export function given<C extends Columns>(columns: C): Sqls<C> {
  return each(columns, (column, name) => {
    // Drizzle hands null to a column's own encoder, which expects a value, when it comes by a placeholder.
    const mapToDriverValue = (value: unknown) => (value === null ? null : column.mapToDriverValue(value))
    return sql`${sql.param(sql.placeholder(name), { mapToDriverValue })}`
  })
}

/** The columns but for those that a write leaves as they are. */
export function omit<C extends Columns, Name extends keyof C>(columns: C, ...names: Name[]): Omit<C, Name> {
  const left = Object.entries(columns).filter(([name]) => !(names as PropertyKey[]).includes(name))
  return Object.fromEntries(left) as Omit<C, Name>
}

/** What an insert wanted to write into each of these columns, where the row was there already. */
export function excluded<C extends Columns>(columns: C): Sqls<C> {
  return each(columns, ({ name }) => sql`excluded.${sql.identifier(name)}`)
}

function each<C extends Columns>(columns: C, to: (column: PgColumn, name: string) => SQL): Sqls<C> {
  const entries = Object.entries(columns).map(([name, column]) => [name, to(column, name)])
  return Object.fromEntries(entries) as Sqls<C>
}

/** Runs a statement that is SQL already; its text never changes, so that each connection prepares it once. */
export async function execute<Row>(database: Database, text: string, values: unknown[]): Promise<Row[]> {
  // Drizzle keeps the client that it was given, but the type that all drivers share does not say so.
  const { $client } = database as unknown as { $client: Pool | PoolClient }
  return (await $client.query({ text }, values)).rows
}

/**
 * How a statement takes what is asked for. Its form for one is planned once and for ever; for several the database would
 * plan anew each time, which pays only when there are several: so each form is a text of its own.
 */
export type Form = { is: (parameter: string) => string; each: (parameter: string) => string }
export const one: Form = { is: (parameter) => `= ${parameter}`, each: (parameter) => `array[${parameter}]` }
export const all: Form = { is: (parameter) => `= any(${parameter}[])`, each: (parameter) => `${parameter}[]` }
/** The parameter for either. */
export const oneOrAll = <T>(values: T[]): T | T[] | undefined => (values.length > 1 ? values : values[0])
