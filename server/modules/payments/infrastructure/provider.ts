import type { ChargeOutcome } from '../domain/rules'

/** What a provider needs to know to charge. Everything under one key is one payment, however often it is asked. */
export type Charge = { key: string; amountCents: number; currency: string; method: string }

/** One line of the provider's own books. An amount is there when money moved. */
export type JournalEntry = {
  reference: string
  kind: 'ERROR' | 'CAPTURED' | 'DECLINED' | 'VOIDED' | 'REFUNDED'
  amountCents: number | null
  reason: string | null
  at: Date
}

/**
 * The port to a payment provider. A call that throws has an unknown outcome: the provider may have done it or not.
 */
export type PaymentProvider = {
  charge(charge: Charge): Promise<ChargeOutcome>
  /** What became of a key; undefined while nothing has. */
  lookup(key: string): Promise<ChargeOutcome | undefined>
  /**
   * What a charge would come to, as far as that can be said without one; throws what it would throw. A provider that
   * cannot be asked so has no such method.
   */
  foresee?(charge: Charge): Promise<ChargeOutcome>
  /** Closes a key, so that nothing can be captured under it any more. Answers what had become of it before. */
  void(key: string): Promise<ChargeOutcome>
  /** Gives back, once, all that was captured under the key. */
  refund(key: string): Promise<void>
  /** All that it has in its books under a key, oldest first. */
  entries(key: string): Promise<JournalEntry[]>
}
