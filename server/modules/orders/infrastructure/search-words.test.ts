import { sql } from 'drizzle-orm'
import { beforeAll, expect, it } from 'vitest'
import { db } from '@/server/platform/database/connect'
import { searchPatterns } from './search-words'

const order = {
  id: '01a20f30-6c26-750c-baf9-8270ec126788',
  customer_id: 'customer-7',
  email: 'Grace@Example.com',
  items: [{ sku: 'MUG-01', name: 'Mug', quantity: 1, unitCents: 100 }],
  shipping_address: { name: 'A. Customer', street: '1 Way', city: 'London', country: 'GB' },
}
let words = ''

beforeAll(async () => {
  const { rows } = (await db().execute(sql`
    select orders.search_words(jsonb_populate_record(null::orders.orders, ${JSON.stringify(order)})) as words`)) as unknown as {
    rows: [{ words: string }]
  }
  words = rows[0].words
})

/** As the database does it. */
const finds = (text: string) =>
  searchPatterns(text).every((pattern) => {
    const parts = pattern.replace(/\\(.)/g, '$1').slice(1, -1)
    return words.includes(parts)
  })

it.each([
  ['the whole id', '01a20f30-6c26-750c-baf9-8270ec126788'],
  ['the id as people see it', '8270…6788'],
  ['the id as customers read it out', '8270-6788'],
  ['a part of the e-mail address, in any case', 'GRACE@ex'],
  ['a part of the name', 'custo'],
  ['a SKU', 'mug-01'],
  ['several words in any order', 'mug-01 grace'],
  ['the beginning of a word of two letters', 'mu'],
])('an order is found by %s', (_, text) => {
  expect(finds(text)).toBe(true)
})

it.each([
  ['two letters in the middle of a word', 'ug'],
  ['one word of two that is not there', 'mug-01 ada'],
  ['a sign that stands for others elsewhere', 'm%g'],
])('an order is not found by %s', (_, text) => {
  expect(finds(text)).toBe(false)
})
