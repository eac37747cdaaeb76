import { createGzip } from 'node:zlib'

/** A backup is a gzipped tar: this file first, then what is kept beside the database, then the database. */
export const MANIFEST = 'tiny-store.json'
export const FORMAT = 1
export const DATABASE = 'postgres'

/** To try harder would take the processor from those who buy, and most of it is empty pages. */
export const zipped = () => createGzip({ level: 1, chunkSize: 4 * 2 ** 20 })

/**
 * What belongs to the data: with another secret everybody would be signed out, and the first admin would not get in. A
 * backup is to be kept as its most secret part is.
 */
export const SECRETS = ['auth-secret', 'first-admin']
