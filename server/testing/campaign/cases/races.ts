import { setTimeout as wait } from 'node:timers/promises'
import type { Case } from '../case'
import { expect, settle, statuses } from '../stage'

const LATEST_MS = 60

export const c8: Case = {
  id: 'C8',
  says: 'Cancelled 0, 1, 2 … 60 ms after it was placed',
  sample: 1,
  full: 20,
  of: 'each',
  run: async (stage) => {
    const { fleet, shop, random, size } = stage
    await Promise.all([fleet.start(), fleet.start()])
    const sku = await shop.stock(100_000)
    const delays = random.shuffle(
      Array.from({ length: (LATEST_MS + 1) * size }, (_, index) => index % (LATEST_MS + 1)),
    )
    const cancelled: string[] = []
    const tooLate: string[] = []
    const customer = async () => {
      for (let delay = delays.pop(); delay !== undefined; delay = delays.pop()) {
        const paymentMethod = random.pick(['pm_card_visa', 'pm_card_visa', 'pm_card_slow'] as const)
        const orderId = await shop.buy({ items: [{ sku, quantity: 1 }], paymentMethod })
        await wait(delay)
        const list = (await shop.cancel(orderId)) ? cancelled : tooLate
        list.push(orderId)
      }
    }
    await Promise.all([customer(), customer(), customer(), customer()])
    await settle(stage, '')
    for (const [orderIds, end] of [
      [cancelled, 'CANCELLED'],
      [tooLate, 'SHIPPED'],
    ] as const) {
      const found = await statuses(orderIds)
      expect(
        stage,
        (found[end] ?? 0) === orderIds.length,
        `${orderIds.length} orders should be ${end}, by what their customers were told: ${JSON.stringify(found)}`,
      )
    }
    stage.notes.push(`${cancelled.length} were cancelled, ${tooLate.length} were too late`)
  },
}
