import { EventEmitter } from 'node:events'
import { processWide } from './process-wide'

const commits = processWide<EventEmitter>('commits')
const closing = processWide<AbortController>('closing')

/** Ends all following of the log: an open stream would keep the server from closing. */
export function endFollowing() {
  const server = closing.get() ?? new AbortController()
  closing.set(server)
  server.abort()
}

/** Wakes those who follow the log in this process. */
export function announceCommit() {
  commits.get()?.emit('commit')
}

/** Other processes' commits give no signal here; looking this often finds them. */
const POLL_MS = 1_000

/**
 * Yields at once, and then whenever something may have been committed, until the signal or the server ends it. Commits
 * that come while the reader is busy are one.
 */
export async function* followCommits(asked?: AbortSignal): AsyncGenerator<void, void, void> {
  const server = closing.get() ?? new AbortController()
  closing.set(server)
  const signal = AbortSignal.any(asked ? [asked, server.signal] : [server.signal])
  const emitter = commits.get() ?? new EventEmitter().setMaxListeners(0)
  commits.set(emitter)
  let stale = true
  let wake = () => {}
  const look = () => {
    stale = true
    wake()
  }
  // Listening begins before the first look, so that nothing falls between the two.
  emitter.on('commit', look)
  signal.addEventListener('abort', look)
  const ticker = setInterval(look, POLL_MS)
  try {
    while (!signal.aborted) {
      if (!stale) await new Promise<void>((resolve) => (wake = resolve))
      stale = false
      if (!signal.aborted) yield
    }
  } finally {
    clearInterval(ticker)
    emitter.off('commit', look)
    signal.removeEventListener('abort', look)
  }
}
