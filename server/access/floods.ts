import { RateLimiterMemory } from 'rate-limiter-flexible'
import { processWide } from '../platform/process-wide'
import { settings } from '../platform/settings'
import { HttpRefusal } from '../problem'
import { neighbourhood } from './address'
import type { Arrival } from './arrivals'
import type { Caller } from './caller'

/** How often a minute one address, and one subject, may ask for what costs so much. */
export const PER_MINUTE = {
  /** A desk that is open asks about 150 times. */
  read: 3_000,
  write: 600,
  /** What keeps a connection, or reads the whole log. */
  stream: 300,
  order: 60,
  'sign-in': 20,
}

export type Cost = keyof typeof PER_MINUTE

/** What a call is counted as, and how often. */
export type Toll = { cost: Cost; times?: number }

const SECONDS = 60

const shared = processWide<Map<Cost, RateLimiterMemory>>('floods')
const limiters = shared.get() ?? new Map<Cost, RateLimiterMemory>()
shared.set(limiters)

/** Counted in memory, so that a flood writes nothing and who is no part of one waits for nothing. */
function limiterOf(cost: Cost): RateLimiterMemory {
  const points = Math.ceil(PER_MINUTE[cost] * settings().rateLimitScale)
  const known = limiters.get(cost)
  if (known?.points === points) return known
  const limiter = new RateLimiterMemory({ keyPrefix: cost, points, duration: SECONDS })
  limiters.set(cost, limiter)
  return limiter
}

/** Counts a call for the address that it came from. Answers what is to be told about it, or refuses it. */
export const countAddress = (toll: Toll, { address }: Arrival) => count(toll, neighbourhood(address))

/** The same for who is calling, from however many addresses. */
export async function countCaller(toll: Toll, caller: Caller) {
  return caller.kind === 'customer' ? undefined : count(toll, `${caller.kind}:${caller.id}`)
}

async function count({ cost, times = 1 }: Toll, who: string): Promise<Record<string, string>> {
  const limiter = limiterOf(cost)
  const { points } = limiter
  const { consumedPoints, remainingPoints, msBeforeNext } = await limiter.penalty(who, times)
  const seconds = Math.max(1, Math.ceil(msBeforeNext / 1_000))
  const told = {
    'ratelimit-policy': `"${cost}";q=${points};w=${SECONDS}`,
    ratelimit: `"${cost}";r=${remainingPoints};t=${seconds}`,
  }
  if (consumedPoints <= points) return told
  throw new HttpRefusal(429, `That was too often. Ask again in ${seconds} s.`, { retryAfter: seconds }, told)
}
