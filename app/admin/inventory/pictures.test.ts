import { readdirSync } from 'node:fs'
import { expect, it } from 'vitest'
import { shopPictures } from '@/components/admin/shop-pictures'

/** Stands for a product that has no picture, so it is none to choose. */
const standIn = '/products/parcel.svg'

it('a product can be given every picture that the shop has', () => {
  const drawn = readdirSync('public/products').map((file) => `/products/${file}`)
  expect(shopPictures.toSorted()).toEqual(drawn.filter((file) => file !== standIn).toSorted())
})
