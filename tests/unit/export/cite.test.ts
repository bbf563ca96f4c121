import { describe, expect, test } from 'vitest'
import { toBibtex } from '../../../lib/export/bibtex'
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
    expect(cite(sample, 'bibtex')).toBe(toBibtex(sample))
  })

  test.each([
    ['A [B] C', 'A \\[B\\] C'],
    ["Let's <think> about `x`", "Let's \\<think\\> about \\`x\\`"],
    ['A *B* _c_ ~~d~~ &amp;', 'A \\*B\\* \\_c\\_ \\~\\~d\\~\\~ \\&amp;'],
    ['At $5 and $O(n_1 * n_2)$', 'At \\$5 and $O(n_1 * n_2)$'],
    ['Of $[a$ and $a`b$', 'Of \\$\\[a\\$ and \\$a\\`b\\$'],
  ])('as a link in Markdown: %s', (title, text) => {
    expect(cite({ ...sample, title }, 'markdown')).toBe(
      `[${text}](https://arxiv.org/abs/2611.01234)`,
    )
  })

  test('as a link in Markdown whose address has brackets', () => {
    const named = { ...sample, id: id('doi:10.5555/(k)7'), title: 'A' }
    expect(cite(named, 'markdown')).toBe('[A](https://doi.org/10.5555/%28k%297)')
  })

  test('as a citation', () => {
    expect(cite({ ...sample, title: 'Kilobyte Caches.' }, 'plain')).toBe(
      'Pia Lane, Rémi Moor and DeepThought. Kilobyte Caches. 2026. https://arxiv.org/abs/2611.01234',
    )
    const many = { ...sample, title: 'T', authors: Array.from({ length: 9 }, () => 'Pia Lane') }
    expect(cite(many, 'plain')).toContain('Pia Lane et al. T.')
  })

  test.each([
    ['Journal of Caches', '. T. Journal of Caches. 2026. '],
    ['J. Cach.', '. T. J. Cach. 2026. '],
    ['arXiv', '. T. 2026. '],
    ['arXiv preprint arXiv:2611.01234', '. T. 2026. '],
    ['', '. T. 2026. '],
  ])('as a citation, from %j', (venue, text) => {
    expect(cite({ ...sample, title: 'T.', venue }, 'plain')).toContain(text)
  })

  test('of which nothing is known but its name', () => {
    const { publishedOn: _publishedOn, ...bare } = { ...sample, aliases: [], authors: [] }
    expect(cite({ ...bare, title: 'T' }, 'plain')).toBe('T. https://arxiv.org/abs/2611.01234')
  })
})
