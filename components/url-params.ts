export type SearchParams = Record<string, string | string[] | undefined>

/** Answers the value as it counts, or undefined when it does not fit. */
type Reader<T extends string = string> = (value: string) => T | undefined

/**
 * Reads an address's parameters, each by its rule. One that is repeated counts once, a blank one is not there, and one
 * that does not fit is left out and named, so that the page can say so instead of breaking.
 */
export function readParams<Rules extends Record<string, Reader>>(params: SearchParams, rules: Rules) {
  const filters: Record<string, string> = {}
  const ignored: string[] = []
  // Only what the address has: a parameter may be called as what every object inherits.
  const own = new Map(Object.entries(params))
  for (const [name, read] of Object.entries(rules)) {
    const given = [own.get(name)].flat()[0]?.trim()
    if (!given) continue
    const value = read(given)
    if (value === undefined) ignored.push(name)
    else filters[name] = value
  }
  return { filters: filters as { [name in keyof Rules]?: NonNullable<ReturnType<Rules[name]>> }, ignored }
}

/** One of a closed set. */
export const oneOf =
  <T extends string>(values: readonly T[]): Reader<T> =>
  (value) =>
    values.find((candidate) => candidate === value)

/** Several of a closed set, with commas between; all of them must be known. */
export const someOf =
  (values: readonly string[]): Reader =>
  (value) =>
    value.split(',').every((each) => values.includes(each)) ? value : undefined

/** Some words of a person. */
export const words =
  (longest = 100): Reader =>
  (value) =>
    value.length <= longest ? value : undefined

export const uuid: Reader = (value) =>
  /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value) ? value.toLowerCase() : undefined

/** A whole number, as a position in a list. */
export const whole: Reader = (value) => (/^\d{1,15}$/.test(value) ? value : undefined)

/** A day (2026-01-31) or a moment of it (2026-01-31T09:30), as `input type="date"` and `datetime-local` write them. */
export const moment: Reader = (value) =>
  /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d)?)?$/.test(value) && !Number.isNaN(Date.parse(value)) ? value : undefined

/** On or nothing. */
export const flag: Reader<'1'> = (value) => (value === '1' ? value : undefined)
