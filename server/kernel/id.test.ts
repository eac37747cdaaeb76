import { describe, expect, it } from 'vitest'
import { isId, newId } from './id'

describe('an id', () => {
  it('is a UUID of version 7, and there is never a second one like it', () => {
    const ids = Array.from({ length: 1_000 }, newId)
    for (const id of ids)
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('sorts by the time it was made', () => {
    const ids = Array.from({ length: 1_000 }, newId)
    expect(ids.toSorted()).toEqual(ids)
  })

  it.each([
    '',
    'order-123',
    'evt-456',
    '1',
    '\u0000',
    `${newId()}x`,
    ` ${newId()}`,
    newId().replaceAll('-', ''),
  ])('is not %j', (text) => {
    expect(isId(text)).toBe(false)
  })
})
