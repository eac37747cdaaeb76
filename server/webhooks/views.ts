import { z } from 'zod'
import { eventTypes } from '../events'

const figures = z.object({ events: z.int(), arrived: z.int(), givenUp: z.int() })
const waits = 'How many milliseconds after each failed try comes the next; after the last it is given up.'

export const EndpointView = z
  .object({
    id: z.uuid(),
    name: z.string(),
    url: z.string(),
    filters: z.array(z.string()),
    ordered: z.boolean(),
    status: z.enum(['ON', 'PAUSED', 'DISABLED']).describe('DISABLED: its receiver answered 410.'),
    why: z.string().nullable().describe('Why it is not on.'),
    statusSince: z.date(),
    secret: z.object({ hint: z.string(), since: z.date() }),
    oldSecret: z
      .object({ hint: z.string(), until: z.date() })
      .nullable()
      .describe('Until then deliveries are signed with it as well.'),
    failingSince: z.date().nullable().describe('The first failure since it last answered well.'),
    failedInRow: z.int(),
    today: figures.describe('Of the events since midnight UTC.'),
    waiting: z.int().describe('Of all events, those that are due now or later.'),
    createdBy: z.string(),
    createdAt: z.date(),
  })
  .meta({ id: 'Webhook' })

export const EndpointDetail = EndpointView.extend({
  day: z.object({ arrived: z.int(), of: z.int() }).describe('Of the events of the last 24 hours.'),
  p95Ms: z.int().nullable().describe('95 of 100 answers of the last 24 hours came within this.'),
  waitsMs: z.array(z.number()).describe(waits),
}).meta({ id: 'WebhookDetail' })

const secret = z.string().describe('It is shown this once.')
export const MadeEndpoint = EndpointDetail.extend({ secret }).meta({ id: 'MadeWebhook' })

const answer = {
  code: z.int().nullable().describe('The answer’s status; null: there was none.'),
  ms: z.int(),
  error: z.string().nullable().describe('Why it did not arrive; null: it did.'),
  excerpt: z.string().nullable().describe('How an answer began that said no.'),
}

export const TestAnswer = z.object({ arrived: z.boolean(), ...answer }).meta({ id: 'WebhookTest' })

export const Resent = z.object({ resent: z.int() })

export const deliveryStatuses = ['WAITING', 'ARRIVED', 'GIVEN_UP', 'HELD'] as const

export const DeliveryView = z
  .object({
    eventId: z.uuid(),
    eventType: z.enum(eventTypes),
    lane: z.string().describe('The order’s id, or that of what belongs to no order.'),
    sequence: z.int(),
    occurredAt: z.date(),
    status: z.enum(deliveryStatuses).describe('HELD: the endpoint is not on.'),
    nextAttemptAt: z.date().nullable().describe('When it is tried next, while it waits.'),
    resentBy: z.string().nullable().describe('Who had it sent again last.'),
    attempts: z.array(
      z.object({
        number: z.int().describe('Which try, after the resend before it.'),
        redrive: z.int().describe('After how many resends.'),
        ...answer,
        at: z.date(),
      }),
    ),
  })
  .meta({ id: 'WebhookDelivery' })
