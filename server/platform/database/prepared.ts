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
