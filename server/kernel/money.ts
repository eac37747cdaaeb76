/*
 * Money is a whole number of minor units ("cents") in code and tables, and a decimal number of major units in every
 * JSON document. This file is the one place that converts.
 */

const digitsOf = new Map<string, number>()
const known = new Set(Intl.supportedValuesOf('currency'))

/** Whether `Intl` knows the ISO 4217 code. */
export const isCurrency = (currency: string) => known.has(currency)

/** How many digits a currency has after the point: 2 for EUR, 0 for JPY, 3 for KWD. */
export function minorDigits(currency: string): number {
  let digits = digitsOf.get(currency)
  if (digits === undefined) {
    const format = new Intl.NumberFormat('en', { style: 'currency', currency })
    digits = format.resolvedOptions().maximumFractionDigits ?? 2
    digitsOf.set(currency, digits)
  }
  return digits
}

/** 2999 EUR → 29.99. */
export const toMajor = (cents: number, currency: string): number => cents / 10 ** minorDigits(currency)

/** 29.99 EUR → 2999. Throws a RangeError for more digits than the currency has. */
export function toCents(amount: number, currency: string): number {
  const cents = Math.round(amount * 10 ** minorDigits(currency))
  if (!Number.isSafeInteger(cents) || toMajor(cents, currency) !== amount) {
    throw new RangeError(`${amount} has more than the ${minorDigits(currency)} digits of ${currency}`)
  }
  return cents
}
