import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isCurrency, minorDigits, toCents, toMajor } from './money'

describe('money', () => {
  it.each([
    ['EUR', 2, 2999, 29.99],
    ['USD', 2, 1, 0.01],
    ['JPY', 0, 2999, 2999],
    ['KWD', 3, 2999, 2.999],
  ])('%s has %i digits: %i minor units are %d', (currency, digits, cents, amount) => {
    expect(minorDigits(currency)).toBe(digits)
    expect(toMajor(cents, currency)).toBe(amount)
    expect(toCents(amount, currency)).toBe(cents)
  })

  it('counts 29.99 × 5 as exactly 149.95, which floating point does not', () => {
    expect(0.1 + 0.2).not.toBe(0.3)
    expect(toMajor(5 * toCents(29.99, 'EUR'), 'EUR')).toBe(149.95)
    expect(toMajor(toCents(0.1, 'EUR') + toCents(0.2, 'EUR'), 'EUR')).toBe(0.3)
  })

  it.each(['EUR', 'JPY', 'KWD'])('loses nothing on the way out and back in %s', (currency) => {
    fc.assert(
      fc.property(fc.nat(1_000_000_000_000), (cents) => {
        expect(toCents(toMajor(cents, currency), currency)).toBe(cents)
      }),
    )
  })

  it.each(['EUR', 'JPY', 'KWD'])(
    'writes no more digits into JSON than %s has, and reads them back',
    (currency) => {
      const form = new RegExp(`^\\d+(\\.\\d{1,${minorDigits(currency) || 1}})?$`)
      fc.assert(
        fc.property(fc.nat(1_000_000_000_000), (cents) => {
          const json = JSON.stringify(toMajor(cents, currency))
          expect(json).toMatch(form)
          expect(toCents(JSON.parse(json), currency)).toBe(cents)
        }),
      )
    },
  )

  it('adds up the same in major units as in minor ones, over any lines', () => {
    const lines = fc.array(
      fc.record({ unitCents: fc.nat(100_000_000), quantity: fc.integer({ min: 1, max: 1_000 }) }),
    )
    fc.assert(
      fc.property(lines, (lines) => {
        const total = lines.reduce((sum, { unitCents, quantity }) => sum + unitCents * quantity, 0)
        const again = lines.reduce(
          (sum, { unitCents, quantity }) => sum + toCents(toMajor(unitCents, 'EUR'), 'EUR') * quantity,
          0,
        )
        expect(toMajor(again, 'EUR')).toBe(toMajor(total, 'EUR'))
      }),
    )
  })

  it.each([
    [29.999, 'EUR'],
    [0.1 + 0.2, 'EUR'],
    [10.5, 'JPY'],
    [1.2345, 'KWD'],
    [Number.NaN, 'EUR'],
    [Number.POSITIVE_INFINITY, 'EUR'],
    [Number.MAX_VALUE, 'EUR'],
    [Number.MAX_SAFE_INTEGER, 'KWD'],
  ])('refuses %d %s, which is no whole number of minor units', (amount, currency) => {
    expect(() => toCents(amount, currency)).toThrow(RangeError)
  })

  it.each(['EUR', 'JPY', 'KWD'])('knows %s', (currency) => {
    expect(isCurrency(currency)).toBe(true)
  })

  it.each(['', 'eur', 'EU', 'EURO', 'ZZZ', ' EUR', 'constructor', '__proto__'])(
    'does not know %j',
    (currency) => {
      expect(isCurrency(currency)).toBe(false)
    },
  )
})
