import type { Head } from './deliveries'
import { countTry, type Outcome } from './metrics'
import { tellTry } from './spans'

/** A try to deliver ended so, and that is written down: it counts, once. */
export function tried(head: Head, outcome: Outcome) {
  countTry(head, outcome)
  tellTry(head, outcome)
}
