import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cite } from '../../../lib/export/cite'
import type { Paper } from '../../../lib/papers/paper'
import { id, paper } from '../db/samples'

const sample: Paper = {
  ...paper(id('arxiv:2611.01234')),
  id: id('arxiv:2611.01234'),
  aliases: [id('doi:10.5555/kilo.7')],
  title: 'Kilobyte Caches: 50% of $O(n \\log n)$ & More',
  authors: ['Pia Lane', 'Rémi Moor', 'DeepThought'],
  publishedOn: '2026-11-03',
}

describe('a paper as text to paste', () => {
  test('as BibTeX', () => {
    expect(cite(sample, 'bibtex')).toBe(
      `@misc{lane2026kilobyte,
  title = {{Kilobyte Caches: 50\\% of $O(n \\log n)$ \\& More}},
  author = {Pia Lane and Rémi Moor and {DeepThought}},
  year = {2026},
  eprint = {2611.01234},
  archivePrefix = {arXiv},
  doi = {10.5555/kilo.7},
  url = {https://arxiv.org/abs/2611.01234}
}
`,
    )
  })

  test('as a link in Markdown, whatever is in the title', () => {
    expect(cite({ ...sample, title: 'A [B] C' }, 'markdown')).toBe(
      '[A \\[B\\] C](https://arxiv.org/abs/2611.01234)',
    )
  })

  test('as a citation', () => {
    expect(cite({ ...sample, title: 'Kilobyte Caches.' }, 'plain')).toBe(
      'Pia Lane, Rémi Moor and DeepThought. Kilobyte Caches. 2026. https://arxiv.org/abs/2611.01234',
    )
    const many = { ...sample, title: 'T', authors: Array.from({ length: 9 }, () => 'Pia Lane') }
    expect(cite(many, 'plain')).toContain('Pia Lane et al. T.')
  })

  test.each([
    ['Journal of Caches & Sons', '@article{', '  journal = {Journal of Caches \\& Sons},'],
    [
      'Proceedings of Caching 2026',
      '@inproceedings{',
      '  booktitle = {Proceedings of Caching 2026},',
    ],
    ['5th Workshop on Caches', '@inproceedings{', '  booktitle = {5th Workshop on Caches},'],
    ['arXiv', '@misc{', undefined],
    ['arXiv preprint arXiv:2611.01234', '@misc{', undefined],
    ['', '@misc{', undefined],
  ])('that came out in %s', (venue, start, field) => {
    const lines = cite({ ...sample, venue }, 'bibtex').split('\n')
    expect(lines[0]).toContain(start)
    const named = lines.filter((line) => /journal|booktitle|howpublished/.test(line))
    expect(named).toEqual(field === undefined ? [] : [field])
    const plain = cite({ ...sample, title: 'T.', venue }, 'plain')
    expect(plain).toContain(field === undefined ? '. T. 2026. ' : `. T. ${venue}. 2026. `)
  })

  test('that came out in what is written with a full stop', () => {
    const plain = cite({ ...sample, title: 'T', venue: 'J. Cach.' }, 'plain')
    expect(plain).toContain(' T. J. Cach. 2026. ')
  })

  test('of which nothing is known but its name', () => {
    const { publishedOn: _publishedOn, ...bare } = { ...sample, aliases: [], authors: [] }
    expect(cite({ ...bare, title: 'T' }, 'bibtex')).toContain('@misc{anonymoust,')
    expect(cite({ ...bare, title: 'T' }, 'plain')).toBe('T. https://arxiv.org/abs/2611.01234')
  })

  test('with a formula whose braces are balanced for BibTeX and not for TeX', () => {
    const title = 'Of $\\{}$'
    expect(cite({ ...sample, title }, 'bibtex')).toContain(
      'title = {{Of \\$\\textbackslash{}{}\\$}}',
    )
  })

  test('has balanced braces in every field of BibTeX, whatever the title and the names', () => {
    const text = fc.string({ unit: fc.constantFrom('{', '}', '$', '\\', '%', 'a', ' ', '^', '~') })
    fc.assert(
      fc.property(text, fc.array(text), (title, authors) => {
        const unescaped = cite({ ...sample, title, authors }, 'bibtex').replace(/\\[{}\\]/g, '')
        let depth = 0
        for (const sign of unescaped) {
          if (sign === '{') depth += 1
          if (sign === '}') depth -= 1
          expect(depth).toBeGreaterThanOrEqual(0)
        }
        expect(depth).toBe(0)
      }),
    )
  })
})
