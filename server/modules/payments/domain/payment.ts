import { Aggregate } from '@/server/kernel/aggregate'
import { conflict } from '@/server/kernel/errors'
import { newId } from '@/server/kernel/id'
import { toMajor } from '@/server/kernel/money'

export const paymentStatuses = ['PENDING', 'CAPTURED', 'FAILED', 'VOIDED', 'REFUNDED'] as const
export type PaymentStatus = (typeof paymentStatuses)[number]

export type PaymentState = {
  id: string
  orderId: string
  amountCents: number
  currency: string
  method: string
  /** PENDING: the provider is being asked. VOIDED: it never will be, or never did, because the order was cancelled. */
  status: PaymentStatus
  providerReference: string | null
  failureReason: string | null
  createdAt: Date
  updatedAt: Date
}

type Bill = Pick<PaymentState, 'orderId' | 'amountCents' | 'currency' | 'method'>

const transitions: Record<PaymentStatus, readonly PaymentStatus[]> = {
  PENDING: ['CAPTURED', 'FAILED', 'VOIDED'],
  CAPTURED: ['REFUNDED'],
  FAILED: [],
  VOIDED: [],
  REFUNDED: [],
}

/** The payment of one order. Its id is the key under which the provider charges once and no more. */
export class Payment extends Aggregate {
  protected readonly type = 'Payment'

  private constructor(private state: PaymentState) {
    super(state.id)
  }

  /** The intent to charge, written down before the provider is asked. */
  static begin(bill: Bill): Payment {
    const now = new Date()
    return new Payment({
      ...bill,
      id: newId(),
      status: 'PENDING',
      providerReference: null,
      failureReason: null,
      createdAt: now,
      updatedAt: now,
    })
  }

  static restore(state: PaymentState): Payment {
    return new Payment(state)
  }

  capture(providerReference: string) {
    this.moveTo('CAPTURED', { providerReference })
    this.record('PaymentProcessed', this.fact())
  }

  decline(failureReason: string) {
    this.moveTo('FAILED', { failureReason })
    const { orderId } = this.state
    this.record('PaymentFailed', { orderId, paymentId: this.id, reason: failureReason })
  }

  /** Nothing was captured, and nothing will be. */
  void() {
    this.moveTo('VOIDED')
  }

  refund() {
    this.moveTo('REFUNDED')
    this.record('PaymentRefunded', this.fact())
  }

  get status() {
    return this.state.status
  }

  toState(): PaymentState {
    return this.state
  }

  private fact() {
    const { orderId, amountCents, currency } = this.state
    return { orderId, paymentId: this.id, amount: toMajor(amountCents, currency), currency }
  }

  private moveTo(status: PaymentStatus, changes: Partial<PaymentState> = {}) {
    if (!transitions[this.status].includes(status)) {
      throw conflict(`Payment ${this.id} is ${this.status}, so it cannot become ${status}`)
    }
    this.state = { ...this.state, ...changes, status, updatedAt: new Date() }
  }
}
