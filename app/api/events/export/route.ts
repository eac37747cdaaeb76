import { z } from 'zod'
import { eventQuery } from '@/server/event-query'
import { operation, route, sampleId } from '@/server/http'
import { time } from '@/server/kernel/text'
import { type ExportFormat, exportEvents, exportFormats } from '@/server/platform/event-export'

const Export = z.strictObject({
  ...eventQuery,
  from: time.optional(),
  to: time.optional(),
  format: z.enum(Object.keys(exportFormats) as ExportFormat[]).default('ndjson'),
})

export const { GET, POST, PUT, PATCH, DELETE } = route({
  GET: [
    'events:read',
    operation(
      {
        id: 'exportEvents',
        summary: 'All events that fit, the oldest first, as they are read',
        query: Export,
        answers: { 200: { 'application/x-ndjson': z.string(), 'text/csv': z.string() } },
        examples: {
          'What failed, as a table': { query: { view: 'failures', within: '7d', format: 'csv' } },
          'An order’s story, a line for each event': {
            query: { orderId: sampleId },
          },
        },
      },
      async ({ query: { format, ...filter } }) => {
        const stamp = new Date().toISOString().replace(/[:.]/g, '-')
        return new Response(streamOf(exportEvents(filter, format)), {
          headers: {
            'content-type': exportFormats[format],
            'content-disposition': `attachment; filename="events-${stamp}.${format}"`,
            'cache-control': 'no-store',
          },
        })
      },
    ),
    'stream',
  ],
})

/** Reads on only as fast as the client takes it, and no more when the client has left. */
function streamOf(pieces: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  return new ReadableStream({
    async pull(controller) {
      const { value, done } = await pieces.next()
      if (done) controller.close()
      else controller.enqueue(encoder.encode(value))
    },
    async cancel() {
      await pieces.return(undefined)
    },
  })
}
