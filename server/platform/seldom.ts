/**
 * Keeps an answer that costs much and changes little. While it is older than `ms` it is still given at once, and asked
 * for again meanwhile; another `key` is another question.
 */
export function seldom<T>(ms: number, ask: (key: string) => Promise<T>) {
  let kept: { key: string; at: number; answer: Promise<T> } | undefined
  return (key: string): Promise<T> => {
    if (kept?.key !== key) kept = { key, at: Date.now(), answer: ask(key) }
    const current = kept
    if (Date.now() - current.at < ms) return forgetting(current)
    const answer = ask(key)
    current.at = Date.now()
    answer.then(
      () => (kept = { key, at: Date.now(), answer }),
      () => undefined,
    )
    return forgetting(current)
  }

  /** What failed is not kept. */
  function forgetting(current: NonNullable<typeof kept>): Promise<T> {
    current.answer.catch(() => {
      if (kept === current) kept = undefined
    })
    return current.answer
  }
}
