import { createHash, randomBytes } from 'node:crypto'

/** A secret of 256 bits. Its first letters say what it is for, so that one that leaked is known for what it is. */
export const newToken = (prefix: string): string => `${prefix}_${randomBytes(32).toString('base64url')}`

/** What is kept of a secret that nobody can guess: it opens nothing. */
export const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex')
