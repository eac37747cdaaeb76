import {
  type Context,
  DiagLogLevel,
  diag,
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  trace,
} from '@opentelemetry/api'
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http'
import {
  defaultResource,
  detectResources,
  envDetector,
  resourceFromAttributes,
} from '@opentelemetry/resources'
import { BasicTracerProvider, BatchSpanProcessor } from '@opentelemetry/sdk-trace-base'
import { log } from './log'
import { now, type Span, type SpanId, tellSpans } from './spans'

const kinds = { server: SpanKind.SERVER, internal: SpanKind.INTERNAL, consumer: SpanKind.CONSUMER }
const SAMPLED = 1
const FLUSH_LIMIT_MS = 2_000

/**
 * Sends spans to the collector at OTEL_EXPORTER_OTLP_ENDPOINT, in batches and never in anybody's way. Only loaded where one is
 * set. The exporter and the sampler read the other variables of OpenTelemetry themselves. Answers how to stop.
 */
export function startTracing(version: string): () => Promise<void> {
  for (const level of ['error', 'warn'] as const) said[level] = (message) => log.warn({ message }, 'Tracing')
  diag.setLogger(said, DiagLogLevel.WARN)
  // Our ids are known before the span is made.
  let next: SpanId = { traceId: '', spanId: '' }
  const provider = new BasicTracerProvider({
    resource: defaultResource()
      .merge(resourceFromAttributes({ 'service.name': 'tiny-store', 'service.version': version }))
      .merge(detectResources({ detectors: [envDetector] })),
    idGenerator: { generateTraceId: () => next.traceId, generateSpanId: () => next.spanId },
    spanProcessors: [new BatchSpanProcessor(new OTLPTraceExporter())],
  })
  const tracer = provider.getTracer('tiny-store', version)
  tellSpans(({ name, id, parent, links, kind, beganAt, failed, attributes }: Span) => {
    next = id
    const span = tracer.startSpan(
      name,
      {
        kind: kinds[kind],
        startTime: beganAt,
        attributes,
        links: links?.map((link) => ({ context: { ...link, traceFlags: SAMPLED } })),
      },
      parent ? within(parent) : ROOT_CONTEXT,
    )
    if (failed) span.setStatus({ code: SpanStatusCode.ERROR })
    span.end(now())
  })
  return async () => {
    tellSpans(undefined)
    const late = new Promise<void>((resolve) => setTimeout(resolve, FLUSH_LIMIT_MS).unref())
    await Promise.race([provider.shutdown().catch(() => {}), late])
  }
}

const within = (parent: SpanId): Context =>
  trace.setSpanContext(ROOT_CONTEXT, { ...parent, traceFlags: SAMPLED, isRemote: true })

const silent = () => {}
const said: Record<'error' | 'warn' | 'info' | 'debug' | 'verbose', (message: string) => void> = {
  error: silent,
  warn: silent,
  info: silent,
  debug: silent,
  verbose: silent,
}
