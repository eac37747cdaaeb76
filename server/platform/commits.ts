import { EventEmitter } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import type { Listener } from './database/listener'
import { processWide } from './process-wide'

const commits = processWide<EventEmitter>('commits')
const others = processWide<Pick<Listener, 'notify' | 'isListening'>>('listener')
const closing = processWide<AbortController>('closing')

/** Ends all following of the log: an open stream would keep the server from closing. */
export function endFollowing() {
  const server = closing.get() ?? new AbortController()
  closing.set(server)
  server.abort()
}

/** Wakes those who follow the log, in this process at once and in the others soon. */
export function announceCommit() {
  wakeFollowers()
  others.get()?.notify()
}

/** Something was committed by whichever process. */
export function wakeFollowers() {
  commits.get()?.emit('commit')
}

/** From now on others' commits are heard, and ours are told to them. */
export function hearOthers(listener: Listener | undefined) {
  others.set(listener)
}

/** So often followers look by themselves: a notice can be lost, and while nobody listens none come. */
const POLL_MS = 1_000
const POLL_LISTENING_MS = 10_000
const MOST_REST_MS = 50

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
  // What was committed may stand behind a transaction that is still under way, and that will not say when it ends.
  const lookTwice = () => {
    look()
    again = true
  }
  // Listening begins before the first look, so that nothing falls between the two.
  emitter.on('commit', lookTwice)
  signal.addEventListener('abort', look)
  let looked = Date.now()
  let again = false
  const ticker = setInterval(() => {
    if (again || Date.now() - looked >= (others.get()?.isListening() ? POLL_LISTENING_MS : POLL_MS)) look()
    again = false
  }, POLL_MS)
  try {
    while (!signal.aborted) {
      if (!stale) await new Promise<void>((resolve) => (wake = resolve))
      stale = false
      looked = Date.now()
      if (signal.aborted) return
      const begun = performance.now()
      yield
      // Whoever reads rests as long as it read: while much is committed, each look finds more, and none is for one event.
      await wait(Math.min(performance.now() - begun, MOST_REST_MS))
    }
  } finally {
    clearInterval(ticker)
    emitter.off('commit', lookTwice)
    signal.removeEventListener('abort', look)
  }
}
