import type { EventType, Payload } from '../events'

/** What something does when others say something: the key is the event, the value decides and does nothing else. */
export type Rules<Held> = { readonly [T in EventType]?: (held: Held, payload: Payload<T>) => void }
