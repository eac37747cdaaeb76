/*
 * A histogram whose buckets grow by a constant factor, as DDSketch has them (Masson, Rim and Lee, 2019): any percentile that is
 * read from it is off by ERROR of itself at most, however many values there are. Two of them merge by adding bucket to
 * bucket, so what an event adds is one count.
 */

/** Relative error of every percentile. */
export const ERROR = 0.01

const GROWTH = (1 + ERROR) / (1 - ERROR)

/** The bucket of (GROWTH^(n-1), GROWTH^n] milliseconds; all up to one millisecond is in the first. */
export const bucketOf = (ms: number) => Math.max(0, Math.ceil(Math.log(ms) / Math.log(GROWTH)))

/** The value that is nowhere in the bucket further off than ERROR. */
export const valueIn = (bucket: number) => (bucket === 0 ? 1 : (2 * GROWTH ** bucket) / (GROWTH + 1))

/** The value that so large a share of all is not above; null when there are none. */
export function percentile(counts: ReadonlyMap<number, number>, share: number): number | null {
  const buckets = [...counts].filter(([, count]) => count > 0).sort(([a], [b]) => a - b)
  const total = buckets.reduce((sum, [, count]) => sum + count, 0)
  let passed = 0
  for (const [bucket, count] of buckets) {
    passed += count
    if (passed >= share * total) return valueIn(bucket)
  }
  return null
}
