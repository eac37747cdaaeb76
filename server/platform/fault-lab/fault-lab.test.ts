import { eq, sql } from 'drizzle-orm'
import { afterEach, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest'
import { NewRule } from '@/server/fault-lab'
import { newId } from '@/server/kernel/id'
import { cancelOrder, getOrder } from '@/server/modules/orders'
import { log } from '@/server/platform/log'
import { deadDeliveries } from '@/server/testing/ledger'
import { aProduct, order } from '@/server/testing/orders'
import { moneyOf } from '@/server/testing/provider'
import { happy, settled, storyOf, untilEvent } from '@/server/testing/stories'
import { connected, db } from '../database/connect'
import { discard, redrive } from '../dead-letters'
import { type Poke, takeRoad } from '../pokes'
import { listReceipts } from '../receipts'
import { openFaultLab } from './open'
import { addRule, getRule, listUses, removeAllRules, removeRule } from './rules'
import { type Effect, rules } from './tables'
import { take } from './take'

const arm = (rule: { effect: Effect; [field: string]: unknown }) => addRule(NewRule.parse(rule))

async function open() {
  vi.spyOn(log, 'warn').mockImplementation(() => {})
  const close = await openFaultLab()
  onTestFinished(async () => {
    await removeAllRules()
    await close()
    vi.restoreAllMocks()
  })
}

const receiptOf = async (orderId: string, module: string, eventType: string) =>
  (await listReceipts(orderId)).find((each) => each.module === module && each.eventType === eventType)

const triesOf = async (orderId: string, module: string, eventType: string) =>
  (await receiptOf(orderId, module, eventType))?.incidents.map(({ kind, error }) => `${kind} ${error ?? ''}`)

/** Used by one rule: what it met, in order. */
const usedBy = async (ruleId: string) =>
  (await getRule(ruleId)).used.map(({ module, eventType, attempt }) => `${module} ${eventType} ${attempt}`)

describe('a rule of the fault lab', () => {
  it('has a try fail before its commit, and the use is kept although the work is rolled back', async () => {
    await open()
    const { sku } = await aProduct(5)
    const { ruleId } = await arm({ effect: 'THROW_BEFORE_COMMIT', sku, module: 'inventory', uses: 2 })
    const orderId = await order({ sku })
    expect(await settled(orderId)).toMatchObject({ status: 'SHIPPED' })
    expect(await storyOf(orderId)).toEqual(happy)
    expect(await triesOf(orderId, 'inventory', 'OrderPlaced')).toEqual([
      'FAILED Fault lab: thrown before the commit',
      'FAILED Fault lab: thrown before the commit',
    ])
    expect(await usedBy(ruleId)).toEqual(['inventory OrderPlaced 1', 'inventory OrderPlaced 2'])
    expect(await getRule(ruleId)).toMatchObject({ uses: 2, usesLeft: 0, state: 'USED_UP' })
  })

  it('buries a delivery, what comes after it waits, and a redrive lets all of it go on in order', async () => {
    await open()
    const { sku } = await aProduct(5)
    await arm({ effect: 'THROW_BEFORE_COMMIT', sku, eventType: 'PaymentProcessed', uses: 4 })
    const orderId = await order({ sku })
    await settled(orderId)
    const [dead] = await deadDeliveries(orderId)
    expect(dead).toMatchObject({ module: 'orders', eventType: 'PaymentProcessed', attempts: 4 })
    await cancelOrder(orderId, { reason: 'It took too long' })
    await untilEvent(orderId, 'InventoryReleased')
    await redrive(dead, 'test')
    expect(await settled(orderId)).toMatchObject({ status: 'CANCELLED' })
    expect(await moneyOf(orderId)).toEqual({ captured: 1250, refunded: 1250, captures: 1 })
  })

  it('gives way to a discard: the order stays where it was', async () => {
    await open()
    const { sku } = await aProduct(5)
    await arm({ effect: 'THROW_BEFORE_COMMIT', sku, eventType: 'ShipmentCreated', uses: 4 })
    const orderId = await order({ sku })
    await settled(orderId)
    const [dead] = await deadDeliveries(orderId)
    await discard(dead, 'test', 'Seen enough')
    expect(await getOrder(orderId)).toMatchObject({ status: 'PAID' })
  })

  it('ends the work after its commit: nobody is told, and the sweep finds what follows', async () => {
    await open()
    const { sku } = await aProduct(5)
    const { ruleId } = await arm({ effect: 'THROW_AFTER_COMMIT', sku, uses: 100 })
    const orderId = await order({ sku })
    expect(await settled(orderId)).toMatchObject({ status: 'SHIPPED' })
    expect(await storyOf(orderId)).toEqual(happy)
    expect(await usedBy(ruleId)).toContain('payments OrderConfirmed 1')
    expect((await getRule(ruleId)).used).toHaveLength(7)
    const receipts = await listReceipts(orderId)
    // As long as a delivery may be due before the sweep counts its poke as lost. The first one was poked by the command.
    for (const { createdAt, finishedAt } of receipts.slice(1)) {
      expect(Number(finishedAt) - Number(createdAt)).toBeGreaterThanOrEqual(1_000)
    }
    expect(receipts.map(({ attempts, incidents }) => [attempts, incidents.length])).toEqual(
      receipts.map(() => [0, 0]),
    )
  })

  it('lets a delivery come later, which is no failed try; removed, it holds nothing back any more', async () => {
    await open()
    const { sku } = await aProduct(5)
    const { ruleId } = await arm({ effect: 'DELAY', delayMs: 600_000, sku, eventType: 'OrderPaid' })
    const orderId = await order({ sku })
    await vi.waitFor(async () => expect(await usedBy(ruleId)).toEqual(['shipments OrderPaid 1']), 5_000)
    expect(await getOrder(orderId)).toMatchObject({ status: 'PAID' })
    await removeRule(ruleId)
    expect(await settled(orderId)).toMatchObject({ status: 'SHIPPED' })
    expect(await receiptOf(orderId, 'shipments', 'OrderPaid')).toMatchObject({ attempts: 0, incidents: [] })
  })

  it('lets it come when the time is over', async () => {
    await open()
    const { sku } = await aProduct(5)
    await arm({ effect: 'DELAY', delayMs: 700, sku, module: 'inventory' })
    const orderId = await order({ sku })
    expect(await settled(orderId)).toMatchObject({ status: 'SHIPPED' })
    const { createdAt, finishedAt } = (await receiptOf(orderId, 'inventory', 'OrderPlaced')) ?? {}
    expect(Number(finishedAt) - Number(createdAt)).toBeGreaterThanOrEqual(700)
  })

  it.each([
    ['NO_ANSWER', 'Fault lab: the provider did not answer'],
    ['REPLY_LOST', "Fault lab: the provider's reply was lost"],
  ] as const)('breaks the call to the outside, and the money is taken once: %s', async (effect, said) => {
    await open()
    const { sku } = await aProduct(5)
    const { ruleId } = await arm({ effect, sku, uses: 3 })
    const orderId = await order({ sku })
    expect(await settled(orderId)).toMatchObject({ status: 'SHIPPED' })
    expect(await moneyOf(orderId)).toEqual({ captured: 1250, refunded: 0, captures: 1 })
    expect(await triesOf(orderId, 'payments', 'OrderConfirmed')).toEqual(Array(3).fill(`FAILED ${said}`))
    expect(await usedBy(ruleId)).toEqual([1, 2, 3].map((attempt) => `payments OrderConfirmed ${attempt}`))
  })

  it('breaks a call on top of a delay, but stops a try only once', async () => {
    await open()
    const { sku } = await aProduct(5)
    const [delay, stop, lost] = [
      await arm({ effect: 'DELAY', delayMs: 10, sku, module: 'payments' }),
      await arm({ effect: 'THROW_BEFORE_COMMIT', sku, module: 'payments' }),
      await arm({ effect: 'REPLY_LOST', sku }),
    ]
    const orderId = await order({ sku })
    expect(await settled(orderId)).toMatchObject({ status: 'SHIPPED' })
    expect(await usedBy(delay.ruleId)).toEqual(['payments OrderConfirmed 1'])
    expect(await usedBy(stop.ruleId)).toEqual(['payments OrderConfirmed 1'])
    expect(await usedBy(lost.ruleId)).toEqual(['payments OrderConfirmed 2'])
  })

  it('drops a poke: the sweep finds what is due', async () => {
    await open()
    const { sku } = await aProduct(5)
    const { ruleId } = await arm({ effect: 'DROP_POKE', sku, eventType: 'OrderConfirmed' })
    const orderId = await order({ sku })
    expect(await settled(orderId)).toMatchObject({ status: 'SHIPPED' })
    const { createdAt, finishedAt } = (await receiptOf(orderId, 'payments', 'OrderConfirmed')) ?? {}
    // As long as a delivery may be due before the sweep counts its poke as lost.
    expect(Number(finishedAt) - Number(createdAt)).toBeGreaterThanOrEqual(1_000)
    expect((await getRule(ruleId)).used).toMatchObject([{ module: null, attempt: null }])
  })

  it('sends a poke twice, the second time under an id of its own, and the second finds nothing to do', async () => {
    const sent: Poke[] = []
    const road = takeRoad((pokes) => {
      sent.push(...pokes)
      road?.(pokes)
    })
    onTestFinished(() => void takeRoad(road))
    await open()
    const { sku } = await aProduct(5)
    await arm({ effect: 'DOUBLE_POKE', sku, eventType: 'InventoryReserved' })
    const orderId = await order({ sku })
    expect(await settled(orderId)).toMatchObject({ status: 'SHIPPED' })
    const reserved = sent.filter(
      ({ lane, eventType }) => lane === orderId && eventType === 'InventoryReserved',
    )
    expect(reserved.length).toBeGreaterThanOrEqual(2)
    expect(new Set(reserved.map(({ id }) => id)).size).toBe(reserved.length)
    expect(await storyOf(orderId)).toEqual(happy)
  })

  it('takes no use of what does not fit, and none when it has expired', async () => {
    await open()
    const { sku } = await aProduct(5)
    const other = await aProduct(5)
    const before = await order({ sku: other.sku })
    await settled(before)
    const effect = 'THROW_BEFORE_COMMIT'
    const expired = await arm({ effect, sku })
    await db()
      .update(rules)
      .set({ expiresAt: sql`clock_timestamp()` })
      .where(eq(rules.ruleId, expired.ruleId))
    const unfit = [
      await arm({ effect, sku: other.sku }),
      await arm({ effect, orderId: before }),
      await arm({ effect, sku, attempt: 2 }),
      await arm({ effect, sku, module: 'payments', eventType: 'OrderCancelled' }),
    ]
    const orderId = await order({ sku })
    expect(await settled(orderId)).toMatchObject({ status: 'SHIPPED' })
    for (const receipt of await listReceipts(orderId)) expect(receipt.incidents).toEqual([])
    expect(await getRule(expired.ruleId)).toMatchObject({ state: 'EXPIRED', usesLeft: 1, used: [] })
    for (const { ruleId } of unfit) {
      expect(await getRule(ruleId)).toMatchObject({ state: 'ACTIVE', used: [] })
    }
  })

  it('does nothing where the lab is not opened', async () => {
    onTestFinished(() => removeAllRules())
    const { sku } = await aProduct(5)
    const { ruleId } = await arm({ effect: 'THROW_BEFORE_COMMIT', uses: 100 })
    const orderId = await order({ sku })
    expect(await settled(orderId)).toMatchObject({ status: 'SHIPPED' })
    expect((await getRule(ruleId)).used).toEqual([])
  })
})

describe('uses', () => {
  const subject = (changes: object = {}) => ({
    eventId: newId(),
    eventType: 'OrderPlaced' as const,
    lane: newId(),
    module: 'inventory',
    redrives: 0,
    attempt: 1,
    ...changes,
  })

  beforeAll(() => removeAllRules())
  afterEach(() => removeAllRules())

  it('are taken exactly as often as the rule says, however many ask at once', async () => {
    const { ruleId } = await arm({ effect: 'THROW_BEFORE_COMMIT', uses: 7 })
    const taken = await Promise.all(
      Array.from({ length: 60 }, () => take(connected(), subject(), ['THROW_BEFORE_COMMIT'])),
    )
    expect(taken.filter(Boolean)).toHaveLength(7)
    expect(await getRule(ruleId)).toMatchObject({ usesLeft: 0, used: { length: 7 } })
  })

  it('are one for all who begin the same try, and each of them meets it', async () => {
    const { ruleId } = await arm({ effect: 'THROW_BEFORE_COMMIT', uses: 3 })
    const same = subject()
    const taken = await Promise.all(
      Array.from({ length: 20 }, () => take(connected(), same, ['THROW_BEFORE_COMMIT'])),
    )
    expect(new Set(taken.map((use) => use?.useId)).size).toBe(1)
    expect(await getRule(ruleId)).toMatchObject({ usesLeft: 2, used: { length: 1 } })
    expect(await take(connected(), { ...same, attempt: 2 }, ['THROW_BEFORE_COMMIT'])).not.toEqual(taken[0])
  })

  it('go to the oldest rule that fits, then to the next', async () => {
    const older = await arm({ effect: 'THROW_BEFORE_COMMIT', module: 'inventory' })
    const newer = await arm({ effect: 'THROW_AFTER_COMMIT' })
    const asked = ['THROW_BEFORE_COMMIT', 'THROW_AFTER_COMMIT'] as const
    expect(await take(connected(), subject(), asked)).toMatchObject({ ruleId: older.ruleId })
    expect(await take(connected(), subject(), asked)).toMatchObject({ ruleId: newer.ruleId })
    expect(await take(connected(), subject(), asked)).toBeUndefined()
  })

  it('stay on record when the rule is removed, and can be paged through', async () => {
    const { ruleId } = await arm({ effect: 'THROW_BEFORE_COMMIT', uses: 3 })
    for (let n = 0; n < 3; n++) await take(connected(), subject(), ['THROW_BEFORE_COMMIT'])
    await removeRule(ruleId)
    await expect(removeRule(ruleId)).rejects.toThrow(`Rule ${ruleId} does not exist`)
    const first = await listUses({ limit: 2 })
    const second = await listUses({ limit: 1, cursor: first.nextCursor })
    expect([...first.items, ...second.items].map((use) => use.ruleId)).toEqual([ruleId, ruleId, ruleId])
  })
})
