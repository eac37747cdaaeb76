import { afterAll, afterEach, beforeAll, beforeEach, expect, vi } from 'vitest'
import type { PaymentMethod } from '@/server/modules/payments'
import { disturb } from '@/server/platform/fault-points'
import { createInngest, sendTo } from '@/server/platform/inngest'
import { log } from '@/server/platform/log'
import { takeRoad } from '@/server/platform/pokes'
import { prove } from '@/server/proof'
import { FakeClock } from './clock'
import { serveFunctions } from './inngest-app'
import { InngestDouble, type Manners } from './inngest-double'
import { aProduct, order } from './orders'

export const MINUTE_MS = 60_000

const polite: Manners = { delays: () => [5], losesAnswer: () => false, minuteMs: MINUTE_MS }

/** The app on a double of an Inngest server whose clock the test moves; it is polite until a test changes its manners. */
export function onInngestByHand() {
  const clock = new FakeClock()
  const manners = { ...polite }
  const servers: InngestDouble[] = []
  /** Tries that fail are said aloud, and here many do. */
  const warn = vi.spyOn(log, 'warn').mockImplementation(() => {})
  afterAll(() => warn.mockRestore())

  beforeAll(async () => {
    const { double, url } = await InngestDouble.listen(clock, manners)
    servers.push(double)
    clock.settles = double.landed
    process.env.INNGEST_DEV = url
    takeRoad(double.watch(sendTo(createInngest())))
    await serveFunctions()
  })

  beforeEach(() => void Object.assign(manners, polite))

  afterEach(async () => {
    disturb(undefined)
    Object.assign(manners, polite)
    // Long enough for every retry and every sweep; then nothing may be left, and all that was promised holds.
    await clock.advance(10 * MINUTE_MS)
    for await (const { id, says, finding } of prove())
      expect(finding, `${id}: ${says}`).toMatchObject({ violations: 0 })
  })

  const server = () => {
    const [double] = servers
    if (!double) throw new Error('The double listens from the first test on')
    return double
  }
  return { clock, manners, server, warn }
}

export async function anOrder(paymentMethod?: PaymentMethod) {
  const { sku } = await aProduct(5)
  return order({ sku, paymentMethod })
}
