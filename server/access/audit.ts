import { db } from '@/server/platform/database/connect'
import { log } from '@/server/platform/log'
import type { Beside } from '@/server/platform/unit-of-work'
import { arrival } from './arrivals'
import { context } from './context'
import { auditTrail, type Facts } from './tables'

type Entry = typeof auditTrail.$inferInsert
type Who = Pick<Entry, 'whoKind' | 'whoId' | 'whoName'>
type What = { target?: string; before?: Facts; after?: Facts }

/**
 * What somebody of the staff, or a program with a key, changes: a write for the unit of work that changes it, so that the one
 * is not stored without the other. Customers act for themselves, and leave no trail. `before` and `after` say by ids,
 * statuses and numbers what became different; nothing in them is about a customer.
 */
export function audit(action: string, what: What): Beside {
  const who = whoActs()
  if (who.whoKind !== 'staff' && who.whoKind !== 'key') return () => ({ execute: async () => {} })
  const entry = entryOf(who, action, what)
  return (tx) => tx.insert(auditTrail).values(entry)
}

/** That somebody came in; before it nobody knows who they are. */
export const auditSignIn = ({ id, name }: { id: string; name: string }) =>
  db()
    .insert(auditTrail)
    .values(entryOf({ whoKind: 'staff', whoId: id, whoName: name }, 'sign-in', {}))

/** What differs between two states, for an entry's `before` and `after`. */
export function difference(before: Facts, after: Facts): { before: Facts; after: Facts } {
  const names = Object.keys(after).filter((name) => !same(before[name], after[name]))
  const of = (state: Facts) => Object.fromEntries(names.map((name) => [name, state[name]]))
  return { before: of(before), after: of(after) }
}

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)

function whoActs(): Who {
  const caller = context()?.caller
  if (!caller) return { whoKind: 'nobody' }
  if (caller.kind === 'customer') return { whoKind: 'customer' }
  return { whoKind: caller.kind, whoId: caller.id, whoName: caller.name }
}

function entryOf(who: Who, action: string, what: What): Entry {
  // Also of who was turned away before anybody knew them.
  const { requestId, address } = context() ?? arrival() ?? {}
  return { ...who, action, ...what, requestId, address }
}

/** In a minute, of one address and in all: who floods us does not fill the disk with it. */
const MOST_OF_ONE = 10
const MOST = 100
const WINDOW_MS = 60_000

let window = { ends: 0, written: 0, unwritten: 0, ofOne: new Map<string, number>() }

/**
 * That somebody was turned away: 401, 403, or a wrong password (then `whoName` is the name that was tried). Beside any
 * transaction, for what was refused has none, and never in anybody's way: what a flood has too many of is only counted, in
 * the first entry of the next minute.
 */
export async function auditRefusal(action: string, what: What, who: Who = whoActs()): Promise<void> {
  const entry = entryOf(who, action, what)
  const unwritten = admit(entry.address ?? 'unknown')
  if (unwritten === undefined) return
  const after = unwritten > 0 ? { ...entry.after, unwritten } : entry.after
  await db()
    .insert(auditTrail)
    .values({ ...entry, after })
    .catch((error) => log.warn({ error }, 'A refusal could not be written to the audit trail'))
}

/** How many were left out of the minute before, or undefined when this one is. */
function admit(address: string): number | undefined {
  const now = performance.now()
  const before = window
  if (now >= window.ends) window = { ends: now + WINDOW_MS, written: 0, unwritten: 0, ofOne: new Map() }
  const ofOne = window.ofOne.get(address) ?? 0
  if (window.written >= MOST || ofOne >= MOST_OF_ONE) {
    window.unwritten++
    return undefined
  }
  window.written++
  window.ofOne.set(address, ofOne + 1)
  return before === window ? 0 : before.unwritten
}
