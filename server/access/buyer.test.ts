import { expect, it } from 'vitest'
import { newId } from '@/server/kernel/id'
import { buyerOf } from './buyer'
import type { Caller } from './caller'
import { inContext } from './context'

const buyerFrom = (address: string, caller: Caller = { kind: 'customer' }) =>
  inContext({ requestId: newId(), caller, address }, () => buyerOf(new Headers()))

const keyWith = (...scopes: Extract<Caller, { kind: 'key' }>['scopes']): Caller => ({
  kind: 'key',
  id: newId(),
  name: 'Test',
  scopes,
})

it('tells by the origin whether two orders come from one address, and not from which', () => {
  const { origin } = buyerFrom('203.0.113.7')
  expect(buyerFrom('203.0.113.7').origin).toBe(origin)
  expect(buyerFrom('203.0.113.8').origin).not.toBe(origin)
  expect(origin).not.toContain('203.0.113.7')
})

it('counts a program that may place orders as anybody may, but gives it no cookie', () => {
  const { trusted, browser, origin } = buyerFrom('203.0.113.7', keyWith('orders:read'))
  expect([trusted, browser, typeof origin]).toEqual([false, undefined, 'string'])
})

it('neither counts nor remembers whoever orders for others', () => {
  const { trusted, browser, origin } = buyerFrom('203.0.113.7', keyWith('orders:write'))
  expect([trusted, browser, origin]).toEqual([true, undefined, undefined])
})
