import { iso31661, iso31662 } from 'iso-3166'

const assigned = new Set(iso31661.map((country) => country.alpha2))

/** Whether the code is assigned in ISO 3166-1 alpha-2. */
export const isCountry = (code: string) => assigned.has(code)

/** Where an address is not complete without its state, province or territory. */
export const needsState = (country: string) => ['US', 'CA', 'AU'].includes(country)

/** Those states, by the code that stands in an address: US has CA, California. */
export function statesOf(country: string) {
  return iso31662
    .filter(({ parent }) => parent === country && needsState(country))
    .map(({ code, name }) => ({ code: code.slice(country.length + 1), name }))
    .sort((a, b) => a.name.localeCompare(b.name, 'en'))
}

/** Countries and territories without postal codes, by the Universal Postal Union's member pages. */
const withoutPostalCode = new Set(
  `AE AG AN AO AW BF BI BJ BO BQ BS BW BZ CD CF CG CI CK CM CW DJ DM ER FJ GA GD GH GM GQ GY HK JM KI KM KN KP LC
  ML MO MR MW NR NU QA RW SB SC SL SR ST SX SY TD TF TG TK TL TO TV UG VU YE ZW`.split(/\s+/),
)

export const hasPostalCode = (country: string) => !withoutPostalCode.has(country)
