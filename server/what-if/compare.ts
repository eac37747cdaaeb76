import { type DomainEvent, type EventType, type Module, saidBy } from '@/server/events'

/** An event of two stories: in both, only in the one that happened, or only in the other. */
export type Line = { eventType: EventType; module: Module; in: 'both' | 'real' | 'what-if' }

/** Two stories side by side: the longest that they have in common, and between that what each has alone. */
export function sideBySide(real: readonly DomainEvent[], other: readonly DomainEvent[]): Line[] {
  // lengths[r][o]: how many events the two have in common from there on.
  const lengths = Array.from({ length: real.length + 1 }, () => new Array<number>(other.length + 1).fill(0))
  const at = (r: number, o: number) => lengths[r]?.[o] ?? 0
  for (let r = real.length - 1; r >= 0; r--) {
    for (let o = other.length - 1; o >= 0; o--) {
      const row = lengths[r] as number[]
      row[o] = alike(real[r], other[o]) ? at(r + 1, o + 1) + 1 : Math.max(at(r + 1, o), at(r, o + 1))
    }
  }
  const lines: Line[] = []
  for (let r = 0, o = 0; r < real.length || o < other.length; ) {
    const [one, two] = [real[r], other[o]]
    if (alike(one, two) && one) {
      lines.push(line(one, 'both'))
      r++
      o++
    } else if (one && (!two || at(r + 1, o) >= at(r, o + 1))) {
      lines.push(line(one, 'real'))
      r++
    } else if (two) {
      lines.push(line(two, 'what-if'))
      o++
    }
  }
  return lines
}

const alike = (one?: DomainEvent, two?: DomainEvent) => one?.eventType === two?.eventType

const line = ({ eventType }: DomainEvent, where: Line['in']): Line => ({
  eventType,
  module: saidBy[eventType],
  in: where,
})
