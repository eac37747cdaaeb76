import type fc from 'fast-check'

const { MODEL_RUNS, MODEL_SEED, MODEL_PATH } = process.env

const PATIENCE_MS = 120_000

/**
 * How often a property is tried: MODEL_RUNS times as often as usual. A failure prints its seed and path: with
 * MODEL_SEED and MODEL_PATH set to them, that very run is repeated.
 */
export function runs<Ts>(usual: number): fc.Parameters<Ts> {
  return {
    numRuns: usual * Number(MODEL_RUNS ?? 1),
    // A counterexample of a long walk can be made smaller for hours.
    interruptAfterTimeLimit: PATIENCE_MS * Number(MODEL_RUNS ?? 1),
    markInterruptAsFailure: true,
    ...(MODEL_SEED && { seed: Number(MODEL_SEED) }),
    ...(MODEL_PATH && { path: MODEL_PATH, endOnFailure: true }),
  }
}
