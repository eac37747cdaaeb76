import type { Purchase } from '../shop'
import type { Stage } from '../stage'

/** Few products and many customers, so that orders meet: each buys one to three of them, in any order. */
export async function buyOf({ shop, random }: Stage): Promise<() => Purchase> {
  const skus = [await shop.stock(100_000), await shop.stock(100_000), await shop.stock(100_000)]
  return () => ({
    items: random
      .shuffle(skus)
      .slice(0, random.int(1, skus.length))
      .map((sku) => ({ sku, quantity: random.int(1, 3) })),
    paymentMethod: random.pick([
      'pm_card_visa',
      'pm_card_visa',
      'pm_card_visa',
      'pm_card_declined',
      'pm_card_flaky',
    ]),
  })
}
