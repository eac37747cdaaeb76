import { setTimeout as wait } from 'node:timers/promises'
import { and, asc, count, eq, getTableColumns, inArray } from 'drizzle-orm'
import { db } from '@/server/platform/database/connect'
import { given, omit, prepared } from '@/server/platform/database/prepared'
import { settings } from '@/server/platform/settings'
import type { PaymentMethod } from '../domain/payment-method'
import type { ChargeOutcome } from '../domain/rules'
import type { Charge, PaymentProvider } from './provider'
import { journal } from './tables'

const SLOW_MS = 3_000
const FLAKY_FAULTS = 2
const FAULT = 'The payment provider answered 500'
const LOST = 'The connection to the provider was lost'

const refusals: Partial<Record<PaymentMethod, string>> = {
  pm_card_declined: 'Your card was declined.',
  pm_card_insufficient_funds: 'Your card has insufficient funds.',
}

/** A payment provider that acts as its test methods say, and keeps a journal that tests can ask what was captured. */
export const simulatedProvider: PaymentProvider = {
  async charge(charge) {
    if (await isFaulty(charge)) {
      await db().insert(journal).values({ key: charge.key, kind: 'ERROR' })
      throw new Error(FAULT)
    }
    const method = charge.method as PaymentMethod
    const refusal = refusals[method]
    if (refusal) return settle(charge, 'DECLINED', refusal)
    if (method === 'pm_card_slow') await wait(SLOW_MS * settings().timeScale)
    const outcome = await settle(charge, 'CAPTURED')
    if (method === 'pm_card_lost_reply') throw new Error(LOST)
    return outcome
  },

  async foresee(charge) {
    if (await isFaulty(charge)) throw new Error(FAULT)
    const method = charge.method as PaymentMethod
    if (method === 'pm_card_lost_reply') throw new Error(LOST)
    const settled = await simulatedProvider.lookup(charge.key)
    if (settled) return settled
    const reason = refusals[method]
    return reason ? { status: 'DECLINED', reason } : { status: 'CAPTURED', reference: 'ch_foreseen' }
  },

  async lookup(key) {
    const [entry] = await db()
      .select()
      .from(journal)
      .where(and(eq(journal.key, key), inArray(journal.kind, ['CAPTURED', 'DECLINED', 'VOIDED'])))
    return entry && outcomeOf(entry)
  },

  async void(key) {
    return settle({ key, amountCents: 0, currency: '', method: '' }, 'VOIDED')
  },

  async refund(key) {
    const [captured] = await db()
      .select()
      .from(journal)
      .where(and(eq(journal.key, key), eq(journal.kind, 'CAPTURED')))
    if (!captured) throw new Error(`The provider has no capture under ${key}`)
    const { amountCents, currency } = captured
    await db().insert(journal).values({ key, kind: 'REFUNDED', amountCents, currency }).onConflictDoNothing()
  },

  async entries(key) {
    const rows = await db().select().from(journal).where(eq(journal.key, key)).orderBy(asc(journal.id))
    return rows.map(({ id, kind, amountCents, reason, at }) => ({
      reference: `${prefixes[kind]}_${id}`,
      kind,
      amountCents: kind === 'CAPTURED' || kind === 'REFUNDED' ? amountCents : null,
      reason,
      at,
    }))
  },
}

/** As the provider names its papers. */
const prefixes = { CAPTURED: 'ch', REFUNDED: 're', DECLINED: 'de', VOIDED: 'vo', ERROR: 'er' }

/** Settles the key, unless it is settled already, and answers what holds. */
async function settle(
  charge: Charge,
  kind: ChargeOutcome['status'],
  reason: string | null = null,
): Promise<ChargeOutcome> {
  const { key, currency } = charge
  const amountCents = kind === 'CAPTURED' ? charge.amountCents : 0
  const [entry] = await enter(db()).execute({ key, kind, amountCents, currency, reason })
  const settled = entry ? outcomeOf(entry) : await simulatedProvider.lookup(key)
  if (!settled) throw new Error(`The provider lost ${key}`)
  return settled
}

const enter = prepared((database) =>
  database
    .insert(journal)
    .values(given(omit(getTableColumns(journal), 'id', 'at')))
    .onConflictDoNothing()
    .returning()
    .prepare('enter_in_journal'),
)

function outcomeOf({ id, kind, reason }: typeof journal.$inferSelect): ChargeOutcome {
  if (kind === 'CAPTURED') return { status: 'CAPTURED', reference: `${prefixes[kind]}_${id}` }
  return kind === 'DECLINED' ? { status: 'DECLINED', reason: reason ?? '' } : { status: 'VOIDED' }
}

async function isFaulty({ key, method }: Charge): Promise<boolean> {
  if (method === 'pm_card_down') return true
  return method === 'pm_card_flaky' && (await faults(key)) < FLAKY_FAULTS
}

async function faults(key: string): Promise<number> {
  const [row] = await db()
    .select({ faults: count() })
    .from(journal)
    .where(and(eq(journal.key, key), eq(journal.kind, 'ERROR')))
  return row?.faults ?? 0
}
