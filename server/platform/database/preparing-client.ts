import { createHash } from 'node:crypto'
import type { Duplex } from 'node:stream'
import { Client } from 'pg'

const names = new Map<string, string>()

/**
 * A client that prepares every parameterised statement under a name of its own, once per connection. Ours are few and
 * repeated for ever; parsing and planning them each time would cost more than running them. What is asked in one tick
 * leaves in one packet: each write wakes the other side.
 */
export class PreparingClient extends Client {
  #corked = false

  // biome-ignore lint/suspicious/noExplicitAny: pg's `query` has a dozen overloads; all but one kind of call pass through.
  override query = ((config: any, values?: any, callback?: any) => {
    const named =
      typeof config === 'object' && config.text && !config.name && Array.isArray(values) && values.length > 0
        ? { ...config, name: nameOf(config.text) }
        : config
    this.#cork()
    return super.query(named, values, callback)
    // biome-ignore lint/suspicious/noExplicitAny: see above
  }) as any

  #cork() {
    if (this.#corked) return
    const { stream } = (this as unknown as { connection: { stream: Duplex } }).connection
    this.#corked = true
    stream.cork()
    process.nextTick(() => {
      this.#corked = false
      stream.uncork()
    })
  }
}

/** From the text alone: this module may be loaded more than once in a process, a session exists once. */
function nameOf(text: string): string {
  let name = names.get(text)
  if (!name) {
    name = createHash('sha256').update(text).digest('base64url')
    names.set(text, name)
  }
  return name
}
