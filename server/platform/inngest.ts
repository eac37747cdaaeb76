import { Inngest } from 'inngest'
import type { Poke } from './pokes'
import { settings } from './settings'

/** The Inngest event that pokes those who react to a domain event. */
export const pokeName = (eventType: string) => `tiny-store/${eventType}`

/** The client. With the embedded engine nothing is ever sent: it calls the functions in process, unsigned. */
export function createInngest() {
  const embedded = settings().engine === 'embedded'
  return new Inngest({ id: 'tiny-store', ...(embedded ? { isDev: true } : {}) })
}

/** Sends pokes to the Inngest server. A poke that does not get through is found by the sweep. */
export const sendTo = (inngest: Inngest) => (pokes: Poke[]) => {
  const events = pokes.map(({ id, eventType, ...ids }) => ({ id, name: pokeName(eventType), data: { eventType, ...ids } }))
  inngest.send(events).catch((error: unknown) => {
    console.warn(`${pokes.length} pokes did not reach Inngest; the sweep will send them again. ${error}`)
  })
}
