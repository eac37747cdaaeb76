import type { z } from 'zod'

/** Reads a parameter of the address by the rule by which the API reads it. */
export const fits =
  <T extends string>(schema: z.ZodType<unknown, T | undefined>) =>
  (value: string): T | undefined =>
    schema.safeParse(value).success ? (value as T) : undefined
