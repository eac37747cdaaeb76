import { expect, it } from 'vitest'
import { every } from './trpc-provider'

const after = (error: unknown) => every(2_000)({ state: { error } })

it('goes on asking while all is well, or while it may yet be', () => {
  expect(after(null)).toBe(2_000)
  expect(after({ data: { httpStatus: 503 } })).toBe(2_000)
  expect(after(new TypeError('fetch failed'))).toBe(2_000)
})

it('does not ask again for what was refused', () => {
  expect(after({ data: { httpStatus: 404 } })).toBe(false)
})
