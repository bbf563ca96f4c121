import { describe, expect, test } from 'vitest'
import { doiInField, typedAddress, typedPaperId } from '../../../lib/papers/typed-id'

const name = '10.5555/3446776'

describe('a DOI in a field', () => {
  test.each([
    name,
    `${name}.`,
    `${name},`,
    `${name};`,
    `${name}; 10.5555/3446777`,
    `${name},10.5555/3446777`,
    `${name} 10.5555/3446777`,
    `(${name})`,
    `${name}).`,
    `[${name}]`,
    `<${name}>`,
    `DOI: ${name}`,
    `DOI ${name}`,
    `DOI${name}`,
    `doi:${name}`,
    `doi: https://doi.org/${name}`,
    `https://dx.doi.org/${name}.`,
    `urn:doi:${name}`,
    `info:doi/${name}`,
    `${name}\u200b`,
    ` “${name}” `.replaceAll('“', '"').replaceAll('”', '"'),
  ])('%j', (text) => {
    expect(doiInField(text)).toBe(name)
  })

  test.each([
    '10.5555/a(b)c',
    '10.5555/2013.2502(04)',
    '10.5555/a,b',
    '10.5555/(sici)1096-9861(19971020)387:2<167::aid-cne1>3.0.co;2-z',
  ])('keeps what belongs to it: %s', (doi) => {
    expect(doiInField(doi)).toBe(doi)
    expect(doiInField(`${doi}.`)).toBe(doi)
  })

  test.each(['', 'doi', 'see 10.5555/3446776', '10.5555', 'none'])('%j is none', (text) => {
    expect(doiInField(text)).toBeUndefined()
  })
})

test.each([
  ['2603.01234', 'arxiv:2603.01234'],
  ['2603.01234v2', 'arxiv:2603.01234'],
  [' arXiv:2603.01234 ', 'arxiv:2603.01234'],
  ['math.GT/0211159', 'arxiv:math/0211159'],
  ['doi: 10.5555/3446776.', 'doi:10.5555/3446776'],
  ['10.48550/arXiv.2603.01234', 'arxiv:2603.01234'],
  ['2024.acl-long.1', 'acl:2024.acl-long.1'],
  ['openreview:nzwjvpCO4F', 'openreview:nzwjvpCO4F'],
  ['delta logs', undefined],
  ['2603', undefined],
  ['10.5555/3446776 and logs', undefined],
  ['', undefined],
])('%j typed into a search is %s', (typed, id) => {
  expect(typedPaperId(typed)).toBe(id)
})

test.each([
  ['https://arxiv.org/abs/1', 'https://arxiv.org/abs/1'],
  ['arxiv.org/abs/1', 'https://arxiv.org/abs/1'],
  ['math/0211159', undefined],
  ['and/or', undefined],
  ['arxiv.org is a site', undefined],
])('%j as an address is %s', (typed, address) => {
  expect(typedAddress(typed)).toBe(address)
})
