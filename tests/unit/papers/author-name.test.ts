import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseAuthorName } from '../../../lib/papers/author-name'

/** Given name, particle, family name, suffix. */
function partsOf(name: string): string[] | string {
  const read = parseAuthorName(name)
  return read.kind === 'group' ? read.name : [read.given, read.particle, read.family, read.suffix]
}

describe('the parts of a name', () => {
  test.each([
    ['Pia Lane', ['Pia', '', 'Lane', '']],
    ['Pia Q. Lane', ['Pia Q.', '', 'Lane', '']],
    ['weijia xu', ['weijia', '', 'xu', '']],
    ['Mei-ling Lane', ['Mei-ling', '', 'Lane', '']],
    ['DeepThought', ['', '', 'DeepThought', '']],
    ['苏子', ['', '', '苏子', '']],
    ['苏 子', ['', '', '苏 子', '']],
    ['Иван Пример', ['Иван', '', 'Пример', '']],
    ['Nguyen Van Anh', ['Nguyen Van', '', 'Anh', '']],
    ['The Anh Lane', ['The Anh', '', 'Lane', '']],
    ['', ['', '', '', '']],
  ])('%s', (name, parts) => {
    expect(partsOf(name)).toEqual(parts)
  })

  test.each([
    ['Pia van der Moor', ['Pia', 'van der', 'Moor', '']],
    ['Pia Van der Moor', ['Pia', 'Van der', 'Moor', '']],
    ['Pia von Moor', ['Pia', 'von', 'Moor', '']],
    ['Pia M de Moor', ['Pia M', 'de', 'Moor', '']],
    ['Pia De Moor', ['Pia', '', 'De Moor', '']],
    ['Pia Lane y Moor', ['Pia', '', 'Lane y Moor', '']],
    ['de Moor', ['', 'de', 'Moor', '']],
    ['Pia al Moor', ['Pia', 'al', 'Moor', '']],
    // No particle that is known: a given name in small letters.
    ['Pia xin Moor', ['Pia xin', '', 'Moor', '']],
  ])('with small words: %s', (name, parts) => {
    expect(partsOf(name)).toEqual(parts)
  })

  test.each([
    ['Pia Lane Jr.', ['Pia', '', 'Lane', 'Jr.']],
    ['Pia Lane jr.', ['Pia', '', 'Lane', 'jr.']],
    ['Pia Lane, Jr.', ['Pia', '', 'Lane', 'Jr.']],
    ['Lane, Jr., Pia', ['Pia', '', 'Lane', 'Jr.']],
    ['Pia van Lane III', ['Pia', 'van', 'Lane', 'III']],
    ['Pia Lane IV', ['Pia', '', 'Lane', 'IV']],
    ['Pia Lane, 3rd', ['Pia', '', 'Lane', '3rd']],
    ['Pia Iv', ['Pia', '', 'Iv', '']],
    ['Pia V', ['Pia', '', 'V', '']],
  ])('with a suffix: %s', (name, parts) => {
    expect(partsOf(name)).toEqual(parts)
  })

  test.each([
    ['Lane, Pia', ['Pia', '', 'Lane', '']],
    ['van der Moor, Pia', ['Pia', 'van der', 'Moor', '']],
    ['De Moor, Pia', ['Pia', '', 'De Moor', '']],
    ['Lane Moor, Pia', ['Pia', '', 'Lane Moor', '']],
  ])('with the family name first: %s', (name, parts) => {
    expect(partsOf(name)).toEqual(parts)
  })

  test.each([
    'Kilo Team',
    'kilo team',
    'Team Kilo3D',
    'The Kilo-Team',
    'The Kilo Collaboration',
    'Kilo Consortium',
    'k3 contributors',
    'Lakeside AI',
    'Kilo. ai',
    'AI at Lakeside',
    'Lakeside AI Research',
    'Lakeside Inc',
    'Lakeside, Inc.',
    'Lakeside Labs',
    'GAIR Lab',
    'Kilo2 Lab',
    'Deep Kilo Lab',
    'University of Lakeside',
  ])('a group: %s', (name) => {
    expect(partsOf(name)).toBe(name)
  })

  test.each(['Ivo Lab', 'Pia Song', 'Pia Ai', 'Ai Lane', 'Pia Center', 'Pia Corps'])(
    'a person: %s',
    (name) => {
      const [given = '', family = ''] = name.split(' ')
      expect(partsOf(name)).toEqual([given, '', family, ''])
    },
  )

  test('hold each letter of the name, whatever it is', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'L', 'é', '.', '-', ',', ' ', '苏', 'I') })
    const words = fc.constantFrom('van', 'de', 'De', 'Jr.', 'III', 'y', 'Team', 'AI', 'Lab')
    fc.assert(
      fc.property(fc.array(fc.oneof(word, words)), (parts) => {
        const name = parts.join(' ').replace(/\s+/g, ' ').trim()
        const read = [partsOf(name)].flat().join('')
        expect(lettersOf(read)).toEqual(lettersOf(name))
      }),
    )
  })
})

function lettersOf(text: string): string[] {
  return [...text.replace(/[\s,]/g, '')].sort()
}
