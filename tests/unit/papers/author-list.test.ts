import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { authorNames, authorNamesInLine, withoutRepeats } from '../../../lib/papers/author-list'

describe('the authors that a source names', () => {
  test.each([
    ['Pia Lane', ['Pia Lane']],
    ['and Pia Lane', ['Pia Lane']],
    ['And Pia Lane', ['Pia Lane']],
    ['Pia Lane and', ['Pia Lane']],
    ['& Pia Lane', ['Pia Lane']],
    ['Pia Lane,', ['Pia Lane']],
    ['; Pia Lane', ['Pia Lane']],
    ['Pia Lane,*,‡', ['Pia Lane']],
    ['Pia Lane§', ['Pia Lane']],
    ['Pia Lane1,2', ['Pia Lane']],
    ['1Pia Lane', ['Pia Lane']],
    ['2 P. D. Lane', ['P. D. Lane']],
    ['Pia Lane 0001', ['Pia Lane']],
    ['Pia Lane (University of Foo)', ['Pia Lane']],
    ['Pia Lane (Foo Univ., Dept. (CS))', ['Pia Lane']],
    ['Pia Lane [1] (Foo)', ['Pia Lane']],
    ['Pia Lane (Foo', ['Pia Lane']],
    ['Pia Lane]', ['Pia Lane']],
    ['Pia Lane et al.', ['Pia Lane']],
    ['Pia Lane and Rémi Moor', ['Pia Lane', 'Rémi Moor']],
    ['Pia Lane & Rémi Moor', ['Pia Lane', 'Rémi Moor']],
    ['Pia Q. Lane, Rémi Moor, and Ada Birk', ['Pia Q. Lane', 'Rémi Moor', 'Ada Birk']],
  ])('%s', (value, names) => {
    expect(authorNames([value])).toEqual(names)
  })

  test.each([
    'Pia (Vivienne) Lane',
    'Pia "Four" Lane',
    "Pia O'Lane",
    'Lane-Moor',
    'Kilo3D',
    'Team Kilo3D',
    'k3 contributors',
    'Area 2071',
    'Lane & Sons',
    'Cats and Dogs Team',
    'Pia and Rémi Moor',
    'The Lane and Moor Foundation',
    'Anderson Sandoval',
    'Metin And',
  ])('%s stays', (name) => {
    expect(authorNames([name])).toEqual([name])
  })

  test.each([':', '.', '-', '', '*', '1, 2', 'and', '()', 'et al.'])('%j is none', (value) => {
    expect(authorNames(['Pia Lane', value])).toEqual(['Pia Lane'])
  })

  test('a suffix belongs to the name before it', () => {
    expect(authorNames(['Ivo Lane', 'Jr.', 'Pia Moor', 'III'])).toEqual([
      'Ivo Lane Jr.',
      'Pia Moor III',
    ])
  })

  test('two of one name are two, but not where a source has one for each affiliation', () => {
    const names = ['Pia Lane', 'Pia Lane', 'Y. Wang', 'Y. Wang', 'Pia Lane']
    expect(authorNames(names)).toEqual(names)
    expect(withoutRepeats(names)).toEqual(['Pia Lane', 'Y. Wang', 'Y. Wang', 'Pia Lane'])
  })

  test.each([
    ['Lakeside AI, :, Pia Lane, Rémi Moor', ['Lakeside AI', 'Pia Lane', 'Rémi Moor']],
    ['Ivo Lane, Jr., Pia Moor', ['Ivo Lane Jr.', 'Pia Moor']],
    ['Pia Lane (Foo, Dept. (CS), Paris), Rémi Moor (Bar)', ['Pia Lane', 'Rémi Moor']],
    ['Pia Lane (Foo Univ., Rémi Moor, Ada Birk', ['Pia Lane', 'Rémi Moor', 'Ada Birk']],
    ['Pia Lane, ., -', ['Pia Lane']],
    ['', []],
  ])('in one line: %s', (line, names) => {
    expect(authorNamesInLine(line)).toEqual(names)
  })

  test('are not dropped, whatever stands around their names', () => {
    const around = fc.string({ unit: fc.constantFrom(' ', ',', '*', '‡', ';', ':', '.', ')', ']') })
    fc.assert(
      fc.property(fc.array(fc.tuple(around, around)), (places) => {
        const values = places.map(([before, behind]) => `${before}Pia Lane${behind}`)
        expect(authorNames(values)).toHaveLength(values.length)
      }),
    )
  })

  test('come as they are when they are read again', () => {
    const unit = fc.constantFrom(...'aBé ,;*1(0)[]&.:'.split(''), ' and ', ' Jr.', 'III')
    fc.assert(
      fc.property(fc.array(fc.string({ unit })), (values) => {
        const names = authorNames(values.map((value) => value.replace(/\s+/g, ' ').trim()))
        expect(authorNames(names)).toEqual(names)
      }),
    )
  })

  test('are found in the time of one look, however many brackets there are', () => {
    const line = '(, '.repeat(100_000)
    const start = performance.now()
    expect(authorNamesInLine(line)).toEqual([])
    expect(performance.now() - start).toBeLessThan(5_000)
  })
})
