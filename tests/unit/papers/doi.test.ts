import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseDoi } from '../../../lib/papers/doi'
import { anyText } from './ids'

describe('a DOI', () => {
  test.each([
    ['10.1000/182', '10.1000/182'],
    [' 10.1000/ABC ', '10.1000/abc'],
    ['doi:10.1000/182', '10.1000/182'],
    ['DOI: 10.1000/182', '10.1000/182'],
    ['info:doi/10.1000/182', '10.1000/182'],
    ['doi.org/10.1000/182', '10.1000/182'],
    ['https://doi.org/10.1000/182?utm_source=feed#top', '10.1000/182'],
    ['https://doi.org/10.1000/182/', '10.1000/182'],
    ['http://dx.doi.org/10.1016%2FS0009-2614%2897%2904014-1', '10.1016/s0009-2614(97)04014-1'],
    ['10.1026//1616-1041.3.2.86', '10.1026//1616-1041.3.2.86'],
    ['10.1124/mol...', '10.1124/mol...'],
    [
      'https://doi.org/10.1002/(SICI)1096(199601)99:1%3C135::AID8%3E3.0.CO;2-#',
      '10.1002/(sici)1096(199601)99:1<135::aid8>3.0.co;2-#',
    ],
  ])('%s is %s', (text, doi) => {
    expect(parseDoi(text)).toBe(doi)
  })

  test.each([
    '',
    '10.1000',
    '10.1000/',
    '10.15/2',
    '110.1234/foo',
    '10.1234/a b',
    '10.1234/a\u200eb',
    '10.1234/106‒115',
    '10.1234/../x',
    '10.1234/\ud800',
    'https://doi.org/10/b6vnmd',
    'https://doi.org/%E0%A4%A',
    'https://example.org/10.1234/5',
  ])('%j is none', (text) => {
    expect(parseDoi(text)).toBeUndefined()
  })

  test('is in the form in which it is read again', () => {
    fc.assert(
      fc.property(anyText, (suffix) => {
        const doi = parseDoi(`10.1234/${suffix}`)
        if (doi !== undefined) expect(parseDoi(doi)).toBe(doi)
      }),
    )
  })
})
