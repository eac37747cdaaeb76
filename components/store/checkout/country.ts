/** Where a parcel can go, and what an address there has. */
export type Country = {
  code: string
  name: string
  /** Where an address is not complete without one. */
  states?: { code: string; name: string }[]
  withoutPostalCode?: boolean
}

const stateWords: Record<string, string> = {
  US: 'State',
  CA: 'Province or territory',
  AU: 'State or territory',
}

const postalWords: Record<string, string> = {
  US: 'ZIP code',
  PR: 'ZIP code',
  GB: 'Postcode',
  AU: 'Postcode',
  NZ: 'Postcode',
  IE: 'Eircode',
  IN: 'PIN code',
}

/** What people there call it. */
export const stateWord = (country: string) => stateWords[country] ?? 'State'
export const postalWord = (country: string) => postalWords[country] ?? 'Postal code'

/** Countries whose postal codes are digits only, so that a phone may show its number keys. */
const digits = 'AT AU BE BG CH DE DK ES FI FR HR HU IT MX NO RO SI TR US'.split(' ')

export const postalKeys = (country: string) => (digits.includes(country) ? 'numeric' : 'text')
