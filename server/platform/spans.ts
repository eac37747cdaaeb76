import { AsyncLocalStorage } from 'node:async_hooks'
import { createHash, randomBytes } from 'node:crypto'
import { isId } from '@/server/kernel/id'
import type { Head } from './deliveries'
import type { Stored } from './event-store'
import type { Outcome } from './metrics'
import { processWide } from './process-wide'

/*
 * What is told of the work to those who trace it. A story is one trace, and its id is the correlationId: so whichever process
 * does a part of it knows the trace without being told, and nothing is stored for it. Spans are made when they are over.
 */

export type SpanId = { traceId: string; spanId: string }

export type Span = {
  name: string
  id: SpanId
  parent?: SpanId
  links?: SpanId[]
  kind: 'server' | 'internal' | 'consumer'
  beganAt: number
  failed?: boolean
  /** Ids, names and numbers: nothing that customers or people wrote. */
  attributes: Record<string, string | number | string[] | undefined>
}

const sink = processWide<(span: Span) => void>('spans')

/** Who takes spans; while nobody does, none are made. */
export const tellSpans = (to: ((span: Span) => void) | undefined) => sink.set(to)

/** Milliseconds, finer than the clock says them. */
export const now = () => performance.timeOrigin + performance.now()

/** The trace of a story and the span that began it. */
export function rootOf(correlationId: string): SpanId {
  const id = isId(correlationId)
    ? correlationId.replaceAll('-', '')
    : createHash('sha256').update(correlationId).digest('hex').slice(0, 32)
  return { traceId: id, spanId: id.slice(16) }
}

const newSpanId = () => randomBytes(8).toString('hex')

/** A request under way: which trace it belongs to shows when it touches a story, or by who sent it. */
type Asking = { spanId: string; traceId?: string; parent?: SpanId }

const shared = processWide<AsyncLocalStorage<Asking>>('spans.asking')
const asking = shared.get() ?? new AsyncLocalStorage<Asking>()
shared.set(asking)

const TRACEPARENT = /^00-(?!0{32})([\da-f]{32})-(?!0{16})([\da-f]{16})-[\da-f]{2}$/

/** From here on all is done for this request. Answers how to tell of it when it is answered. */
export function beginRequest(traceparent: unknown) {
  const tell = sink.get()
  if (!tell) return
  const [, traceId, spanId] = (typeof traceparent === 'string' && TRACEPARENT.exec(traceparent)) || []
  const its: Asking = { spanId: newSpanId() }
  if (traceId && spanId) Object.assign(its, { traceId, parent: { traceId, spanId } })
  asking.enterWith(its)
  return (span: Pick<Span, 'name' | 'beganAt' | 'failed' | 'attributes'>) => {
    const id = { traceId: its.traceId ?? randomBytes(16).toString('hex'), spanId: its.spanId }
    tell({ ...span, id, kind: 'server', parent: its.parent })
  }
}

/** A command that was committed. It begins the story of its first event, or goes on with it. */
export function tellCommand(stored: Stored[], beganAt: number) {
  const tell = sink.get()
  const [first] = stored
  if (!tell || !first) return
  const root = rootOf(first.lane)
  const begins = first.sequence === 1
  const request = asking.getStore()
  // The request is part of the first story that it touches, unless its sender has a trace of his own.
  if (request && !request.traceId)
    Object.assign(request, { traceId: root.traceId, parent: begins ? undefined : root })
  const cause = request?.traceId ? { traceId: request.traceId, spanId: request.spanId } : undefined
  const within = cause?.traceId === root.traceId
  tell({
    name: `command ${first.eventType}`,
    id: begins ? root : { traceId: root.traceId, spanId: newSpanId() },
    parent: within ? cause : begins ? undefined : root,
    links: cause && !within ? [cause] : [],
    kind: 'internal',
    beganAt,
    attributes: {
      'tiny_store.correlation_id': first.lane,
      'tiny_store.event_types': stored.map(({ eventType }) => eventType),
    },
  })
}

/** A try to deliver that is over. */
export function tellTry(head: Head, outcome: Outcome) {
  const tell = sink.get()
  if (!tell) return
  const { module, eventType, eventId, correlationId, causationId, attempts, redrives, foundAt } = head
  const root = rootOf(correlationId)
  tell({
    name: `${module} ${eventType}`,
    id: { traceId: root.traceId, spanId: newSpanId() },
    parent: root,
    kind: 'consumer',
    beganAt: foundAt,
    failed: outcome === 'failed' || outcome === 'dead',
    attributes: {
      'tiny_store.correlation_id': correlationId,
      'tiny_store.causation_id': causationId ?? undefined,
      'tiny_store.event_id': eventId,
      'tiny_store.event_type': eventType,
      'tiny_store.module': module,
      'tiny_store.attempt': attempts + 1,
      'tiny_store.redrives': redrives,
      'tiny_store.outcome': outcome,
    },
  })
}
