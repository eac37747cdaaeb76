import { iso31661 } from 'iso-3166'
import { describe, expect, it } from 'vitest'
import { hasPostalCode, isCountry, needsState, statesOf } from './country'

describe('a country', () => {
  it('is every assigned code of ISO 3166-1 alpha-2', () => {
    expect(iso31661.length).toBeGreaterThan(240)
    expect(iso31661.filter(({ alpha2 }) => !isCountry(alpha2))).toEqual([])
  })

  it.each(['', 'nl', 'NLD', 'N', 'UK', 'EU', 'XX', 'ZZ', ' NL', '__proto__'])('is not %j', (code) => {
    expect(isCountry(code)).toBe(false)
  })

  it('needs a state in the United States, Canada and Australia, and nowhere else', () => {
    const needing = iso31661.map(({ alpha2 }) => alpha2).filter(needsState)
    expect(needing.sort()).toEqual(['AU', 'CA', 'US'])
  })

  it('names its states where it needs one, each by the code that stands in an address', () => {
    expect(statesOf('US')).toContainEqual({ code: 'CA', name: 'California' })
    expect(statesOf('CA').map(({ code }) => code)).toContain('QC')
    expect(statesOf('AU').map(({ name }) => name)).toContain('New South Wales')
    expect(statesOf('NL')).toEqual([])
  })

  it.each(['NL', 'DE', 'US', 'GB', 'JP', 'BR', 'IN', 'IE', 'SG'])('has postal codes: %s', (code) => {
    expect(hasPostalCode(code)).toBe(true)
  })

  it.each(['HK', 'AE', 'QA', 'AO', 'BS', 'JM'])('has none: %s', (code) => {
    expect(hasPostalCode(code)).toBe(false)
  })
})
