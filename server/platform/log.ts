import { AsyncLocalStorage } from 'node:async_hooks'
import { format, stripVTControlCharacters } from 'node:util'
import pino from 'pino'
import { loggable } from './loggable'
import { processWide } from './process-wide'

/** What the present work belongs to: of a story its correlationId, of a request its id. */
const story = keep('log.story', () => new AsyncLocalStorage<string>())
const request = processWide<() => string | undefined>('log.request')

/** The work is part of this story, and whatever is logged meanwhile says so. */
export const inStory = <T>(correlationId: string, work: () => T): T => story.run(correlationId, work)

/** How to learn which request is being answered. */
export const askForRequestId = (ask: () => string | undefined) => request.set(ask)

/**
 * The one way in which the server says what happens: a line of JSON each, with the request and the story that it belongs to.
 * Ids, statuses and numbers only; what is said of an error goes in as `error`.
 */
export const log = keep('log', () =>
  pino({
    base: undefined,
    messageKey: 'message',
    errorKey: 'error',
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: { level: (level) => ({ level }) },
    mixin: () => ({ requestId: request.get()?.(), correlationId: story.getStore() }),
    serializers: { error: told },
  }),
)

/** Of an error what went wrong and where; its other members repeat what somebody sent. */
function told(error: unknown): unknown {
  const safe = loggable(error)
  return safe instanceof Error ? (safe.stack ?? safe.message) : safe
}

const levels = { debug: 'debug', log: 'info', info: 'info', warn: 'warn', error: 'error' } as const

/** What others say by `console`, Next above all, becomes a line like ours: a file of lines has nothing else in it. */
export function takeConsole() {
  for (const [name, level] of Object.entries(levels)) {
    console[name as keyof typeof levels] = (...said: unknown[]) => {
      const line = format(...said.map((part) => (part instanceof Error ? told(part) : loggable(part))))
      log[level](stripVTControlCharacters(line).trim())
    }
  }
}

/**
 * Somebody who reads our output may leave. That is no reason to stop working; unheard, each line would fail with an error
 * that is itself worth a line, for ever.
 */
export function bearClosedOutput() {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error
    })
  }
}

function keep<T>(name: string, make: () => T): T {
  const shared = processWide<T>(name)
  const kept = shared.get() ?? make()
  shared.set(kept)
  return kept
}
