import { describe, expect, it } from 'vitest'
import { changeOf, nameOf, saidOf, targetOf } from './audit-words'

const orderId = '01938f00-0000-7000-8000-0000c21e7f3a'

describe('an entry in words', () => {
  it('says what was done, and an action it does not know by its name', () => {
    expect(saidOf({ action: 'shipments.dispatch' })).toBe('dispatched')
    expect(saidOf({ action: 'shipments.lose' })).toBe('shipments.lose')
  })

  it('says who, also when only a name was tried', () => {
    expect(nameOf({ who: { kind: 'staff', id: '1', name: 'Grace' } })).toBe('Grace')
    expect(nameOf({ who: { kind: 'nobody', name: 'grace@example.com' } })).toBe('grace@example.com')
    expect(nameOf({ who: { kind: 'nobody' } })).toBe('someone')
  })

  it.each([
    [`order/${orderId}`, 'order 0000…7F3A', `/admin/orders/${orderId}`],
    ['product/PEN STEM', 'product PEN STEM', '/admin/inventory?product=PEN%20STEM'],
    [`delivery/${orderId}/payments`, 'delivery payments of 0000…7F3A', `/admin/events?event=${orderId}`],
    ['fault-rule', 'fault-rule', '/admin/fault-lab'],
    ['POST /api/orders', 'POST /api/orders', undefined],
  ])('leads from %s to its place', (target, said, href) => {
    expect(targetOf(target)).toEqual({ said, href })
  })

  it('calls staff and keys by their names where they are known', () => {
    const names = new Map([['staff/1', 'grace@example.com']])
    expect(targetOf('staff/1', names)).toEqual({
      said: 'staff grace@example.com',
      href: '/admin/staff?account=1',
    })
    expect(targetOf('staff/2', names).said).toBe('staff 2')
  })

  it.each([
    [
      { email: 'a@b.example', role: 'viewer' },
      { email: 'a@b.example', role: 'admin' },
      'role viewer → admin',
    ],
    [{ status: 'CREATED' }, { status: 'DISPATCHED' }, 'status CREATED → DISPATCHED'],
    [{ price: 10, name: '' }, { price: 12, name: 'Cup' }, 'price 10 → 12, name ”” → Cup'],
    [
      undefined,
      { sku: 'A', scopes: ['orders:read', 'events:read'] },
      'sku A, scopes orders:read, events:read',
    ],
    [undefined, { status: 403, needs: 'audit:read' }, 'needs audit:read'],
    [{ revoked: false }, undefined, ''],
  ])('tells %j and %j in one line', (before, after, line) => expect(changeOf({ before, after })).toBe(line))
})
