import { describe, expect, it } from 'vitest'
import { oneOf, readParams, type SearchParams, words } from './url-params'

const rules = { q: words(5), sort: oneOf(['name', 'price']) }

describe('the parameters of an address', () => {
  it('are read by their rules, and what does not fit is named', () => {
    const given = { q: ' mug ', sort: ['price', 'name'], other: 'x' }
    expect(readParams(given, rules)).toEqual({ filters: { q: 'mug', sort: 'price' }, ignored: [] })
    expect(readParams({ q: 'longer', sort: '' }, rules)).toEqual({ filters: {}, ignored: ['q'] })
  })

  it('are those that were given, not those that something else brings along', () => {
    const given: SearchParams = Object.create([])
    expect(readParams(given, rules)).toEqual({ filters: {}, ignored: [] })
  })
})
