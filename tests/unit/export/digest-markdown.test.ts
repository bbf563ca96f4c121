import { expect, test } from 'vitest'
import { digestMarkdown } from '../../../lib/export/digest-markdown'
import { nth, paper } from '../db/samples'

test('a digest is headings and lists of links, without the parts that have nothing', () => {
  const one = paper(nth(1), { title: 'Of [brackets]' })
  const two = paper(nth(2), { title: 'Two' })
  expect(
    digestMarkdown('Digest: 27 July', [
      { heading: 'Matching', papers: [] },
      {
        heading: 'Most voted',
        papers: [
          { paper: one, about: 'Lab *A*, 3 votes' },
          { paper: two, about: '' },
        ],
      },
    ]),
  ).toBe(`# Digest: 27 July

## Most voted

- [Of \\[brackets\\]](https://arxiv.org/abs/2601.00001): Lab \\*A\\*, 3 votes
- [Two](https://arxiv.org/abs/2601.00002)
`)
})
