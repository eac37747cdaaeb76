import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { line, paragraph, sku } from './text'

const accepts = (schema: { safeParse: (text: unknown) => { success: boolean } }, text: unknown) =>
  schema.safeParse(text).success

const dirty: [what: string, text: string][] = [
  ['NUL', 'a\u0000b'],
  ['an escape', 'a\u001bb'],
  ['DEL', 'a\u007fb'],
  ['a C1 control', 'a\u0085b'],
  ['half a surrogate pair', 'a\ud800b'],
  ['the other half', 'a\udc00b'],
]

describe('a line of text', () => {
  it('is trimmed', () => {
    expect(line(10).parse('  Ada \n')).toBe('Ada')
  })

  it.each(['', ' ', '\t', '\n', '\u00a0', '\u3000'])('is not blank: %j', (text) => {
    expect(accepts(line(10), text)).toBe(false)
  })

  it('is as long as it may be and no longer, counted without the blanks around it', () => {
    expect(accepts(line(3), ' abc ')).toBe(true)
    expect(accepts(line(3), 'abcd')).toBe(false)
  })

  it.each([...dirty, ['a line break', 'a\nb'], ['a tab', 'a\tb']])(
    'has no control characters: %s',
    (_, text) => {
      expect(accepts(line(10), text)).toBe(false)
    },
  )

  it.each(['Łódź', '東京', 'a ’ b', '👩‍🚀', "O'Brien; drop table orders --"])(
    'takes what people write: %s',
    (text) => {
      expect(line(50).parse(text)).toBe(text)
    },
  )

  it.each([3, null, undefined, true, {}, ['a']])('is text and nothing else: %j', (value) => {
    expect(accepts(line(10), value)).toBe(false)
  })
})

describe('a paragraph', () => {
  it('may be empty, and may have several lines', () => {
    expect(paragraph(10).parse(' ')).toBe('')
    expect(paragraph(10).parse('a\n\tb')).toBe('a\n\tb')
  })

  it.each(dirty)('has no other control characters: %s', (_, text) => {
    expect(accepts(paragraph(10), text)).toBe(false)
  })
})

describe('a SKU', () => {
  it('is trimmed and upper-cased', () => {
    expect(sku.parse(' mug-low-clay ')).toBe('MUG-LOW-CLAY')
  })

  it('has 1 to 50 characters, also once it is upper-cased', () => {
    expect(accepts(sku, 'a'.repeat(50))).toBe(true)
    expect(accepts(sku, 'a'.repeat(51))).toBe(false)
    expect(accepts(sku, ' ')).toBe(false)
    // The capital of ß is SS.
    expect(accepts(sku, 'ß'.repeat(50))).toBe(false)
  })

  it('stays the same when it is read again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        const first = sku.safeParse(text)
        if (first.success) expect(sku.parse(first.data)).toBe(first.data)
      }),
    )
  })
})
