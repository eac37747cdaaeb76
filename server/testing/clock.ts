import { sql } from 'drizzle-orm'
import { db } from '@/server/platform/database/connect'

/** Lets time pass as far as deliveries are concerned: what was put off comes due, and the claims of the dead run out. */
export const letTimePass = (ms: number) =>
  db().execute(sql`
    update log.deliveries set next_attempt_at = next_attempt_at - ${ms} * interval '1 ms',
      claimed_until = claimed_until - ${ms} * interval '1 ms'
    where status = 'PENDING'`)

export const HOUR_MS = 60 * 60 * 1_000

/** What the time is, and what is to be done later. */
export type Clock = { now: () => number; after: (ms: number, work: () => Promise<void>) => void }

export const realClock: Clock = {
  now: Date.now,
  after: (ms, work) => void setTimeout(work, ms),
}

/**
 * A clock that stands still until it is told to go on: then what is due is done, one after the other, at its time. For the
 * database, whose own clock nobody stops, the same time passes.
 */
export class FakeClock implements Clock {
  #now = 0
  #due: { at: number; work: () => Promise<void> }[] = []

  /** Resolves when whatever a piece of work set off has come to rest. */
  settles = async () => {}

  readonly now = () => this.#now

  readonly after = (ms: number, work: () => Promise<void>) => {
    this.#due.push({ at: this.#now + Math.max(0, ms), work })
  }

  /** Lets so much time go by. */
  async advance(ms: number) {
    const end = this.#now + ms
    await this.settles()
    for (;;) {
      // Stable: what is due at the same time is done in the order in which it was asked for.
      const [next] = this.#due.sort((a, b) => a.at - b.at)
      if (!next || next.at > end) break
      this.#due.shift()
      await this.#goTo(next.at)
      await next.work()
      await this.settles()
    }
    await this.#goTo(end)
  }

  async #goTo(time: number) {
    if (time > this.#now) await letTimePass(time - this.#now)
    this.#now = time
  }
}
