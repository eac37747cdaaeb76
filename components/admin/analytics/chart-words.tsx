const compact = new Intl.NumberFormat('en-GB', { notation: 'compact', maximumFractionDigits: 1 })
const percent = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 })
const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' })

export const brief = (value: number) => compact.format(value)

/** 3.4 % */
export const share = (of: number) => `${percent.format(of * 100)}\u202F%`

/** Hours and days are UTC's. */
export const nameOf = (at: Date, by: 'hour' | 'day') =>
  by === 'hour' ? `${String(at.getUTCHours()).padStart(2, '0')}:00` : day.format(at)

type LegendProps = { series: readonly { key: string; word: string; colour: string }[] }

export function Legend({ series }: LegendProps) {
  return (
    <span className="flex flex-wrap gap-x-3">
      {series.map(({ key, word, colour }) => (
        <span key={key} className="flex items-center gap-1.5">
          <i aria-hidden className="size-2 rounded-[2px]" style={{ background: colour }} />
          {word}
        </span>
      ))}
    </span>
  )
}
