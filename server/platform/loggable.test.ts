import { DrizzleQueryError } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { loggable } from './loggable'

it('says what went wrong with a statement and where, and none of its values', () => {
  const cause = Object.assign(new Error('violates check constraint'), {
    detail: 'Failing row contains (Ada)',
  })
  const told = loggable(new DrizzleQueryError('insert into people values ($1)', ['Ada'], cause))
  expect(told).toContain('violates check constraint')
  expect(told).toContain('loggable.test.ts')
  expect(told).not.toContain('Ada')
})

it('leaves other errors as they are', () => {
  const error = new Error('no')
  expect(loggable(error)).toBe(error)
})
