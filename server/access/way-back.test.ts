import { expect, it } from 'vitest'
import { wayBack } from './way-back'

it.each([
  ['/admin/orders', '/admin/orders'],
  ['/admin/orders?q=a%20b&status=PAID', '/admin/orders?q=a%20b&status=PAID'],
  ['/admin/../orders/1', '/orders/1'],
])('leads back to a path of ours: %s', (next, to) => {
  expect(wayBack(next)).toBe(to)
})

it.each([
  undefined,
  '',
  'admin',
  ['/admin/orders', '/admin'],
  'https://elsewhere.example',
  '//elsewhere.example',
  '/\\elsewhere.example',
  '/\t/elsewhere.example',
  '/\n\\elsewhere.example',
  '\t//elsewhere.example',
  '/.//elsewhere.example',
  '/x/..//elsewhere.example',
  'javascript:alert(1)',
  '/sign-in?next=/sign-in',
])('leads to the desk, and never elsewhere: %j', (next) => {
  expect(wayBack(next)).toBe('/admin')
})
