import { browserStore } from '../browser-store'

const kept = browserStore<string[]>({
  key: 'tiny-store.searches',
  empty: [],
  read: (stored) => (Array.isArray(stored) ? stored.filter((words) => typeof words === 'string') : []),
})

/** What was looked for in this browser, the last one first. */
export const useLately = kept.use

export function rememberSearch(words: string) {
  const asked = words.trim()
  if (asked.length < 2) return
  kept.set([asked, ...kept.get().filter((other) => other !== asked)].slice(0, 5))
}
