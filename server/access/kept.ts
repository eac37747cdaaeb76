import { processWide } from '../platform/process-wide'

/** For so long an ended session or a revoked key may go on in a process that did not end it. */
const KEPT_MS = 10_000
const MOST = 10_000

type Answer<T> = { at: number; answer: Promise<T | undefined> }

/** Remembers for a moment who is behind a secret, so that a busy caller is not looked up with every request. */
export function kept<T>(name: string, ask: (key: string) => Promise<T | undefined>) {
  const store = processWide<Map<string, Answer<T>>>(`kept.${name}`)
  const answers = store.get() ?? new Map<string, Answer<T>>()
  store.set(answers)
  return {
    get(key: string): Promise<T | undefined> {
      const known = answers.get(key)
      if (known && Date.now() - known.at < KEPT_MS) return known.answer
      answers.delete(key)
      const [oldest] = answers.keys()
      if (oldest !== undefined && answers.size >= MOST) answers.delete(oldest)
      const answer = ask(key)
      answers.set(key, { at: Date.now(), answer })
      // What is not there is asked for again: a key is good from the moment on that it is made.
      answer.then(
        (found) => found === undefined && answers.delete(key),
        () => answers.delete(key),
      )
      return answer
    },
    forget: (key: string) => void answers.delete(key),
    forgetAll: () => answers.clear(),
  }
}
