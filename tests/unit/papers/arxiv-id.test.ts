import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findArxivId, parseArxivId } from '../../../lib/papers/arxiv-id'
import { anyText } from './ids'

describe('an arXiv id', () => {
  test.each([
    ['2401.12345', '2401.12345', undefined],
    ['2401.12345v3', '2401.12345', 3],
    ['2401.12345V3', '2401.12345', 3],
    ['arXiv:0704.0001', '0704.0001', undefined],
    ['arXiv: 2401.12345', '2401.12345', undefined],
    ['/2401.12345/', '2401.12345', undefined],
    ['2401.12345v2.pdf', '2401.12345', 2],
    ['math.GT/0309136v2', 'math/0309136', 2],
    ['HEP-TH/9901001', 'hep-th/9901001', undefined],
    ['hep-th///9901001', 'hep-th/9901001', undefined],
    ['hep-th/1601.07616', '1601.07616', undefined],
    ['1501.0001', '1501.00001', undefined],
    ['1412.00001', '1412.0001', undefined],
  ])('%s is %s, version %s', (text, id, version) => {
    expect(parseArxivId(text)).toEqual(version === undefined ? { id } : { id, version })
  })

  test.each([
    '',
    '/',
    'cs.LG',
    '2401.123456',
    '2401.00000',
    '2413.00001',
    '0703.1234',
    '9901.00001',
    '2401.12345v0',
    '2401.12345va',
    'hep-th/0704001',
    'hep-th/9913001',
    'hep-th/9901000',
    'unheard-of/9901001',
    'unheard-of/2401.12345',
    '10.48550/arXiv.2401.12345',
    ' 2401.12345 ',
    '192.168',
  ])('%j is none', (text) => {
    expect(parseArxivId(text)).toBeUndefined()
  })

  test('its printed form is read as itself', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const parsed = parseArxivId(text)
        if (parsed !== undefined) expect(parseArxivId(parsed.id)).toEqual({ id: parsed.id })
      }),
    )
  })
})

describe('an arXiv id in a text', () => {
  test.each([
    ['arXiv:1501.00001v1 [hep-th] 1 Jan 2015', '1501.00001', 1],
    ['Follows arXiv:2401.12345, with new proofs', '2401.12345', undefined],
    ['see https://arxiv.org/abs/2401.12345v2.', '2401.12345', 2],
    ['(math.GT/0309136)', 'math/0309136', undefined],
    ['not arXiv:2413.00001 but arXiv:2412.00001', '2412.00001', undefined],
  ])('%s: %s, version %s', (text, id, version) => {
    expect(findArxivId(text)).toEqual(version === undefined ? { id } : { id, version })
  })

  test.each(['10.2310/7290.2014.00033', 'a total of 2401.12345', 'archived/9901001', ''])(
    '%j holds none',
    (text) => {
      expect(findArxivId(text)).toBeUndefined()
    },
  )

  test('a long text without one is searched in one go', () => {
    // Quadratic work would take minutes, and a test has seconds.
    for (const part of ['a', 'a-', 'a.', 'arxiv:', 'arxiv:a.', 'arxiv ', 'math/', '1234567']) {
      findArxivId(part.repeat(100_000))
    }
  })

  test('any text has one or none', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        findArxivId(text)
      }),
    )
  })
})
