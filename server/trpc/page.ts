import { z } from 'zod'

/** How many rows a list gives at once. */
export const limit = z.number().int().min(1).max(200).default(50)

/** Which page of a list: what follows the cursor, or the first. */
export const page = { cursor: z.uuid().optional(), limit }

/** A list that goes on and on says which way: the screens' client adds it by itself, and there is only one. */
export const onwards = { direction: z.literal('forward').optional() }
