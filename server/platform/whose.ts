import { type SQL, sql } from 'drizzle-orm'

/**
 * An endpoint that is told by webhook has deliveries in the same ledger, under a name of this kind. Whatever looks at the
 * deliveries as a whole, and not at those of one lane, says whose it means.
 */
export const endpointName = (endpointId: string) => `webhook:${endpointId}`
export const isEndpoint = (module: string) => module.startsWith(endpointName(''))
/** Written out, for the partial indexes; as is the name above in the SQL of the webhooks. */
export const toEndpoint = (module: SQL) => sql`${module} like 'webhook:%'`
export const toModule = (module: SQL) => sql`${module} not like 'webhook:%'`
