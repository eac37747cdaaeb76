import { settings } from './settings'

/** How often, and how long, something is tried. */
export type Policy = {
  /** In how many milliseconds what has failed so often is tried again; undefined: not any more. */
  backoff: (failed: number) => number | undefined
  /** What it is then. DEAD holds back what comes after it in its lane, GIVEN_UP does not. */
  end: 'DEAD' | 'GIVEN_UP'
  /** How long an answer of the outside is waited for. One that takes longer counts as unknown. */
  callMs: number
}

/** One try and three retries; then the dead letter queue. */
export const MAX_ATTEMPTS = 4
const FIRST_BACKOFF_MS = 500

/** How modules try. */
export const standard: Policy = {
  backoff: (failed) => (failed < MAX_ATTEMPTS ? around(FIRST_BACKOFF_MS * 4 ** (failed - 1)) : undefined),
  end: 'DEAD',
  callMs: 5_000,
}

/** So that what failed together does not come again together. */
const around = (ms: number) => ms * (0.8 + 0.4 * Math.random()) * settings().timeScale
