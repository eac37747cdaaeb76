import type { Cost } from '../access/floods'
import { appRouter } from './router'

/** What a kind of procedure costs, where it does not say otherwise. The dearest comes last. */
const costs: Record<string, Cost> = { query: 'read', mutation: 'write', subscription: 'stream' }

const dearness: Cost[] = ['read', 'write', 'stream', 'order', 'sign-in']

/** A call may be a batch of many: each counts, as what the dearest of them is. */
export function tollOf({ url }: Request): { cost: Cost; times: number } {
  const names = decodeURIComponent(new URL(url).pathname.split('/').at(-1) ?? '').split(',')
  const all = names.map(costOf)
  return { cost: dearness.findLast((cost) => all.includes(cost)) ?? 'read', times: names.length }
}

/** Every procedure by its whole name, which tRPC's types leave nested. */
const procedures = appRouter._def.procedures as unknown as Record<string, Declared>
type Declared = { _def: { type: string; meta?: { cost?: Cost } } }

function costOf(name: string): Cost {
  if (!Object.hasOwn(procedures, name)) return 'read'
  const { type, meta } = procedures[name]._def
  return meta?.cost ?? costs[type] ?? 'read'
}
