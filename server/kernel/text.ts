import { z } from 'zod'

/** What neither a person types nor Postgres stores: control characters and halves of surrogate pairs. */
const clean = (text: string) => !/\p{Cc}/u.test(text) && text.isWellFormed()

/** One line of text: trimmed, not blank, at most so long. */
export const line = (max: number) =>
  z
    .string()
    .trim()
    .min(1, 'must not be blank')
    .max(max, `must have at most ${max} characters`)
    .refine(clean, 'must not contain control characters')

/** What somebody looks for: one line, which may be blank. */
export const words = (max: number) =>
  z
    .string()
    .trim()
    .max(max, `must have at most ${max} characters`)
    .refine(clean, 'must not contain control characters')

/** Text of several lines, which may be empty. */
export const paragraph = (max: number) =>
  z
    .string()
    .trim()
    .max(max, `must have at most ${max} characters`)
    .refine((text) => clean(text.replace(/[\n\t]/g, ' ')), 'must not contain control characters')

/** Article number: trimmed and upper-cased. Its length is checked again because ß becomes SS. */
export const sku = line(50)
  .transform((text) => text.toUpperCase())
  .pipe(line(50))

/** A moment of the years that Postgres reads as JavaScript writes them. */
export const moment = z.date().min(new Date('0001-01-01')).max(new Date('9999-12-31'))

/** ISO 8601: a day, or a time with its zone. */
export const time = z
  .union([z.iso.date(), z.iso.datetime({ offset: true })], 'must be a time like 2025-11-22T10:30:00Z')
  .transform((text) => new Date(text))
  .pipe(moment)
