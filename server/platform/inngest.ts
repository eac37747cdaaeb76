import { Inngest, NonRetriableError, RetryAfterError } from 'inngest'
import { log } from './log'
import type { Poke } from './pokes'
import { settings } from './settings'

/** The Inngest event that pokes those who react to a domain event. */
export const pokeName = (eventType: string) => `tiny-store/${eventType}`

/** The one that pokes who tells endpoints, whatever the event. */
export const WEBHOOK_DUE = 'tiny-store/webhook.due'

/** The client. With the embedded engine nothing is ever sent: it calls the functions in process, unsigned. */
export function createInngest() {
  const embedded = settings().engine === 'embedded'
  return new Inngest({ id: 'tiny-store', logger, ...(embedded ? { isDev: true } : {}) })
}

/** A failed try is the ledger's business, which has said so already. */
const logger = {
  debug: () => {},
  info: (...told: unknown[]) => log.info(sayingOf(told)),
  warn: (...told: unknown[]) => log.warn(sayingOf(told)),
  error: (...told: unknown[]) => {
    const [{ err = undefined } = {}] = told as [{ err?: unknown }]
    if (err instanceof RetryAfterError || err instanceof NonRetriableError)
      log.debug(`A run ended for now: ${err.message}`)
    else log.error({ error: err }, sayingOf(told))
  },
  /** A logger that does not say how it is flushed is given a timer's tick after every call: a third of a hop. */
  flush: async () => {},
}

/** The SDK says words, and puts the error among other things. */
const sayingOf = (told: unknown[]) => told.filter((part) => typeof part === 'string').join(' ')

/** A poke as Inngest has it. */
export const eventOf = ({ id, ...data }: Poke) => ({
  id,
  name: data.to ? WEBHOOK_DUE : pokeName(data.eventType),
  data,
})

/** Sends pokes to the Inngest server. A poke that does not get through is found by the sweep. */
export const sendTo = (inngest: Inngest) => (pokes: Poke[]) => {
  const events = pokes.map(eventOf)
  for (let first = 0; first < events.length; first += SEND_LIMIT) {
    const some = events.slice(first, first + SEND_LIMIT)
    inngest.send(some).catch((error: unknown) => {
      log.warn({ pokes: some.length, error }, 'Pokes did not reach Inngest; the sweep will send them again')
    })
  }
}

/** Events in one request, well below what Inngest takes. */
const SEND_LIMIT = 500
