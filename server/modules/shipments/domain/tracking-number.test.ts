import { describe, expect, it } from 'vitest'
import { isTrackingNumber, newTrackingNumber } from './tracking-number'

const digits = [...'0123456789']
const withDigit = (number: string, place: number, digit: string) =>
  `${number.slice(0, place)}${digit}${number.slice(place + 1)}`

/** Ten valid numbers that have, between them, every digit in every place. */
const samples = digits.map((first) => {
  const start = `NW${Array.from({ length: 12 }, (_, n) => (Number(first) + n) % 10).join('')}`
  const [valid, ...more] = digits.map((check) => start + check).filter(isTrackingNumber)
  return { valid, more }
})

const places = Array.from({ length: 13 }, (_, n) => n + 2)

describe('a tracking number', () => {
  it('is NW, twelve digits and a check digit', () => {
    for (let n = 0; n < 1_000; n++) {
      const number = newTrackingNumber()
      expect(number).toMatch(/^NW\d{13}$/)
      expect(isTrackingNumber(number)).toBe(true)
    }
  })

  it('is hardly ever the same as another', () => {
    expect(new Set(Array.from({ length: 1_000 }, newTrackingNumber)).size).toBe(1_000)
  })

  it('has one check digit that fits, and no second', () => {
    for (const { valid, more } of samples) {
      expect(valid).toBeDefined()
      expect(more).toEqual([])
    }
  })

  it('shows every single wrong digit, in every place', () => {
    let tried = 0
    for (const { valid } of samples) {
      for (const place of places) {
        for (const wrong of digits.filter((digit) => digit !== valid[place])) {
          tried++
          expect(isTrackingNumber(withDigit(valid, place, wrong))).toBe(false)
        }
      }
    }
    expect(tried).toBe(10 * 13 * 9)
  })

  it('shows every swap of neighbours, except of digits that differ by five', () => {
    for (let number = newTrackingNumber(), n = 0; n < 200; n++, number = newTrackingNumber()) {
      for (const place of places.slice(0, -1)) {
        const [left, right] = [number[place], number[place + 1]]
        const swapped = withDigit(withDigit(number, place, right), place + 1, left)
        const difference = Math.abs(Number(left) - Number(right))
        expect(isTrackingNumber(swapped)).toBe(difference === 0 || difference === 5)
      }
    }
  })

  it.each([
    '',
    'NW',
    'nw0000000000000',
    'XX0000000000000',
    'NW000000000000',
    'NW00000000000000',
    ' NW0000000000000',
  ])('is not %j', (text) => {
    expect(isTrackingNumber(text)).toBe(false)
  })
})
