import type { Span } from './questions'

/** What became of what was placed, as the chart tells it. */
export const outcomes = [
  { key: 'through', word: 'Went through', colour: 'var(--chart)', square: 'bg-chart' },
  { key: 'open', word: 'Under way', colour: 'var(--chart-2)', square: 'bg-chart-2' },
  {
    key: 'cancelled',
    word: 'Cancelled',
    colour: 'var(--st-cancelled-solid)',
    square: 'bg-st-cancelled-solid',
  },
  { key: 'failed', word: 'Failed', colour: 'var(--st-failed-solid)', square: 'bg-st-failed-solid' },
] as const

export type Outcome = (typeof outcomes)[number]['key']

export function outcomesOf({ ordersByStatus: by }: Span): Record<Outcome, number> {
  return {
    through: by.SHIPPED,
    open: by.PENDING + by.CONFIRMED + by.PAID,
    cancelled: by.CANCELLED,
    failed: by.REJECTED + by.PAYMENT_FAILED,
  }
}

export const placedIn = (span: Span) => Object.values(outcomesOf(span)).reduce((sum, each) => sum + each, 0)

/** The days and hours of the figures are UTC's. */
export function spanName({ at }: Span, stretch: 'today' | 'days'): string {
  return stretch === 'today' ? `${String(at.getUTCHours()).padStart(2, '0')}:00` : day.format(at)
}

const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' })
