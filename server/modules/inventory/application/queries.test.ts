import { describe, expect, it } from 'vitest'
import { aProduct } from '@/server/testing/orders'
import { updateProduct } from './commands'
import { watchProductForSale } from './queries'

describe('watching a product', () => {
  it('tells how it is, then each change of it, and nothing of others', async () => {
    const { sku } = await aProduct(5)
    const other = await aProduct(5)
    const end = new AbortController()
    const seen: (number | undefined)[] = []
    for await (const product of watchProductForSale(sku, end.signal)) {
      seen.push(product?.availableStock)
      if (seen.length === 1) {
        await updateProduct(other.sku, { stockQuantity: 1 })
        await updateProduct(sku, { stockQuantity: 4 })
      }
      if (seen.length === 2) await updateProduct(sku, { status: 'INACTIVE' })
      if (product === null) end.abort()
    }
    expect(seen).toEqual([5, 4, undefined])
  })

  it('makes one of many changes that come close together, and never leaves out the last', async () => {
    const { sku } = await aProduct(0)
    const end = new AbortController()
    const seen: number[] = []
    for await (const product of watchProductForSale(sku, end.signal)) {
      seen.push(product?.stockQuantity ?? -1)
      if (seen.length === 1) {
        void (async () => {
          for (let stockQuantity = 1; stockQuantity <= 40; stockQuantity += 1)
            await updateProduct(sku, { stockQuantity })
        })()
      }
      if (seen.at(-1) === 40) end.abort()
    }
    expect(seen.length).toBeLessThan(20)
  })

  it('has nothing to tell of what is not sold', async () => {
    const end = new AbortController()
    for await (const product of watchProductForSale('NO-SUCH-THING', end.signal)) {
      expect(product).toBeNull()
      end.abort()
    }
  })
})
