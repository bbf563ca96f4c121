import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  aclPaperId,
  arxivPaperId,
  doiPaperId,
  isPaperId,
  openReviewPaperId,
  type PaperId,
  paperIdAddress,
  parsePaperId,
} from '../../../lib/papers/paper-id'
import { anyPaperId } from './ids'

describe('a paper id', () => {
  test('of arXiv has no version and no subject class', () => {
    expect(arxivPaperId('arXiv:math.GT/0309136v2')).toBe('arxiv:math/0309136')
    expect(arxivPaperId('cs.LG')).toBeUndefined()
  })

  test('of a DOI is in lower case', () => {
    expect(doiPaperId('https://doi.org/10.1000/ABC')).toBe('doi:10.1000/abc')
    expect(doiPaperId('10/abc')).toBeUndefined()
  })

  test('of a DOI that arXiv gave out is the arXiv id', () => {
    expect(doiPaperId('10.48550/ARXIV.2305.16311v3')).toBe('arxiv:2305.16311')
    expect(doiPaperId('10.48550/arXiv.hep-th/9901001')).toBe('arxiv:hep-th/9901001')
    expect(doiPaperId('10.48550/arxiv.other')).toBe('doi:10.48550/arxiv.other')
  })

  test('of OpenReview keeps its case', () => {
    expect(openReviewPaperId('H1kjdOYlx')).toBe('openreview:H1kjdOYlx')
    for (const text of ['', 'abc', 'ICLR.cc/2024', 'a b c d e']) {
      expect(openReviewPaperId(text)).toBeUndefined()
    }
  })

  test('of the ACL Anthology is in its own case', () => {
    expect(aclPaperId('p18-1206')).toBe('acl:P18-1206')
    expect(aclPaperId('2024.ACL-long.12')).toBe('acl:2024.acl-long.12')
  })

  test('is not given to volumes of the ACL Anthology and their front matter', () => {
    for (const text of ['P18-1', '2020.acl-main', '2020.acl-main.0', 'P18-1000', 'W18-6300']) {
      expect(aclPaperId(text)).toBeUndefined()
    }
  })

  test('is read in canonical form only', () => {
    for (const text of [
      'arxiv:2401.12345v2',
      'arxiv:arXiv:2401.12345',
      'arXiv:2401.12345',
      'arxiv:math.GT/0309136',
      'doi:10.1000/ABC',
      'doi:10.48550/arxiv.2401.12345',
      'acl:p18-1206',
      'openreview:',
      'toString:1',
      '2401.12345',
      ':',
      '',
    ]) {
      expect(parsePaperId(text)).toBeUndefined()
      expect(isPaperId(text)).toBe(false)
    }
  })

  test('is a string', () => {
    for (const value of [undefined, null, 7, {}, ['arxiv:2401.12345']]) {
      expect(isPaperId(value)).toBe(false)
    }
    expect(isPaperId('arxiv:2401.12345')).toBe(true)
  })

  test.each([
    ['arxiv:hep-th/9901001', 'https://arxiv.org/abs/hep-th/9901001'],
    ['doi:10.1002/a<b>c#d', 'https://doi.org/10.1002/a%3Cb%3Ec%23d'],
    ['openreview:H1kjdOYlx', 'https://openreview.net/forum?id=H1kjdOYlx'],
    ['acl:P18-1206', 'https://aclanthology.org/P18-1206/'],
  ])('%s has its page at %s', (id, address) => {
    expect(paperIdAddress(id as PaperId)).toBe(address)
  })

  test('that was made is read as itself', () => {
    fc.assert(fc.property(anyPaperId, (id) => parsePaperId(id) === id))
  })

  test('is read from any text or not, and then is that text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect([undefined, text]).toContain(parsePaperId(text))
      }),
    )
  })
})
