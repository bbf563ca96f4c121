import { expect, test } from 'vitest'
import { namesIn } from '../../../../lib/sites/read/names'

test.each([
  [['Amara Oduya'], ['Amara Oduya']],
  [['Oduya, Amara'], ['Amara Oduya']],
  [
    ['Oduya,Amara ', ' Abara,  Chidi'],
    ['Amara Oduya', 'Chidi Abara'],
  ],
  [['Oduya, Amara; Abara, Chidi;'], ['Amara Oduya', 'Chidi Abara']],
  [['van der Kelder, J. J.'], ['J. J. van der Kelder']],
  [['King, Jr., Lee'], ['Lee King Jr.']],
  [['Lee King, III'], ['Lee King III']],
  [['Ma, Siyuan'], ['Siyuan Ma']],
  [['Rahman, Md'], ['Md Rahman']],
  [
    ['Amara Oduya, PhD', 'Chidi Abara, M.D.'],
    ['Amara Oduya', 'Chidi Abara'],
  ],
  [['Amara Oduya, University of Somewhere'], ['Amara Oduya']],
  [['OpenFold'], ['OpenFold']],
  [['王小明'], ['王小明']],
  [['O&#39;Dell, Pat'], ['Pat O&#39;Dell']],
  [['<sup>1</sup>Amara Oduya'], ['1Amara Oduya']],
])('%j are the authors %j', (values, names) => {
  expect(namesIn(values)).toEqual(names)
})

test.each([
  '',
  ':',
  '  ',
  '1, 2',
  'amara@example.org',
  'https://orcid.org/0000-0000',
  'A B, C D, E F',
])('%j is no author', (value) => {
  expect(namesIn([value])).toEqual([])
})
