/** One locale for every reader: what the server writes and what the browser writes must be the same. */
const locale = 'en-GB'

const currencies = new Map<string, Intl.NumberFormat>()

/** €42.00: a decimal number in major units, with as many digits as the currency has. */
export function money(amount: number, currency: string): string {
  let format = currencies.get(currency)
  if (!format) {
    format = new Intl.NumberFormat(locale, { style: 'currency', currency })
    currencies.set(currency, format)
  }
  return format.format(amount)
}

/** A sum without the crumbs of binary fractions: 29.99 × 5 is 149.95. */
export function lineTotal(unitPrice: number, quantity: number): number {
  return Math.round(unitPrice * quantity * 10_000) / 10_000
}

const shapes = {
  time: { hour: '2-digit', minute: '2-digit' },
  seconds: { hour: '2-digit', minute: '2-digit', second: '2-digit' },
  precise: { hour: '2-digit', minute: '2-digit', second: '2-digit', fractionalSecondDigits: 3 },
  day: { day: 'numeric', month: 'short', year: 'numeric' },
  moment: { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' },
  full: {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  },
} satisfies Record<string, Intl.DateTimeFormatOptions>

export type TimeShape = keyof typeof shapes

const clocks = new Map<string, Intl.DateTimeFormat>()

/** On screens use LocalTime, which knows when the reader's time zone is known. */
export function time(at: Date, shape: TimeShape = 'time', timeZone?: string): string {
  const key = `${shape} ${timeZone ?? ''}`
  let clock = clocks.get(key)
  if (!clock) {
    clock = new Intl.DateTimeFormat(locale, { ...shapes[shape], timeZone, hourCycle: 'h23' })
    clocks.set(key, clock)
  }
  return clock.format(at)
}

/** 24 ms, 2.63 s, 4 min 10 s: with the thin space of the house. */
export function duration(ms: number): string {
  const sign = ms < 0 ? '−' : ''
  const size = Math.abs(ms)
  if (size < 10) return `${sign}${Number(size.toFixed(1))}\u202Fms`
  if (size < 1000) return `${sign}${Math.round(size)}\u202Fms`
  if (size < 60_000) return `${sign}${Number((size / 1000).toFixed(2))}\u202Fs`
  const minutes = Math.floor(size / 60_000)
  if (minutes < 60) return `${sign}${minutes}\u202Fmin ${Math.round((size % 60_000) / 1000)}\u202Fs`
  const hours = Math.floor(minutes / 60)
  if (hours < 48) return `${sign}${hours}\u202Fh ${minutes % 60}\u202Fmin`
  return `${sign}${Math.floor(hours / 24)}\u202Fd`
}

/** +3, −1 and 0, with a true minus. */
export function signed(amount: number): string {
  return amount > 0 ? `+${amount}` : amount < 0 ? `−${Math.abs(amount)}` : '0'
}

export function count(amount: number, one: string, many = `${one}s`): string {
  return `${new Intl.NumberFormat(locale).format(amount)} ${amount === 1 ? one : many}`
}

const numberWords = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']

/** Small numbers as one says them. */
export function inWords(amount: number): string {
  return [...numberWords, 'eleven', 'twelve'][amount] ?? new Intl.NumberFormat(locale).format(amount)
}

/** 7F3A-C21E: what a customer reads out on the phone. */
export function orderNumber(orderId: string): string {
  return shortId(orderId).replace('…', '-')
}

/** 7F3A…C21E, from the random end of a UUIDv7: the head of it is the time, alike in all of a month. */
export function shortId(id: string): string {
  const bare = id.replaceAll('-', '').toUpperCase()
  return bare.length > 12 ? `${bare.slice(-12, -8)}…${bare.slice(-4)}` : bare
}
