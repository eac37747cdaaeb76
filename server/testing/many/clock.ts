/*
 * The domain takes its time, and ids their order, from the process's clock. A past is told by turning that clock: from
 * the first call of `turnTo` on, `new Date()` and `Date.now()` say what was set.
 */
const Real = Date
let now = 0

class Turned extends Real {
  constructor(...given: []) {
    super(...(given.length > 0 ? given : ([now] as unknown as [])))
  }
  static override now() {
    return now
  }
}

export const HOUR = 3_600_000

/** Milliseconds since 1970, by the clock as it is turned. */
export const at = () => now

/** Never backwards: ids that are made later sort later. */
export function turnTo(time: number) {
  globalThis.Date = Turned as DateConstructor
  now = Math.max(now, time)
}

export function advance(ms: number) {
  now += ms
}

/** The true time again. */
export function turnBack() {
  globalThis.Date = Real
}
