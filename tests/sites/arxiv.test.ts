import { describe, expect, test } from 'vitest'
import { limits } from '../../lib/papers/limits'
import { arxivPages } from '../../lib/sites/arxiv-pages'
import { allMentions, documentOf, pageOf } from './page'

const url = new URL('https://arxivPages.org/abs/2411.01234v2')
const withoutTags = /<meta name="citation_[^>]*>/g

function read(document: Document, address: URL = url): unknown {
  return arxivPages.readPaper?.(document, address)
}

describe('an abstract page of arXiv', () => {
  test('its title is the heading of the paper, not the one of the subject', () => {
    expect(arxivPages.findTitle?.(pageOf('arxiv/abs.html'), url)?.textContent).toBe(
      'Title:Folding Long Contexts into Short Ones',
    )
  })

  test('its tags tell the paper', () => {
    expect(read(pageOf('arxiv/abs.html'))).toEqual({
      paper: {
        id: 'arxiv:2411.01234',
        aliases: ['doi:10.5555/fold.2025.17'],
        title: 'Folding Long Contexts into Short Ones',
        authors: ['Amara Oduya', 'Joost J. van der Kelder', 'PaperFold'],
        publishedOn: '2024-11-03',
        keywords: [],
        origin: 'page',
      },
      abstract:
        'A context that is folded twice fits where it did not fit before. We measure how often it can be folded.',
    })
  })

  test('without tags it is read from what is on the screen', () => {
    const html = pageOf('arxiv/abs.html').toString().replace(withoutTags, '')
    expect(read(documentOf(html))).toEqual({
      paper: {
        id: 'arxiv:2411.01234',
        aliases: ['doi:10.5555/fold.2025.17'],
        title: 'Folding Long Contexts into Short Ones',
        authors: ['Amara Oduya', 'Joost J. van der Kelder'],
        keywords: [],
        origin: 'page',
      },
      abstract:
        'A context that is folded twice fits where it did not fit before. We measure how often it can be folded.',
    })
  })

  test('an id of the old form is read', () => {
    const html = '<meta name="citation_title" content="Strings, Untied">'
    expect(read(documentOf(html), new URL('https://arxivPages.org/abs/math.GT/0309136v2'))).toEqual(
      {
        paper: {
          id: 'arxiv:math/0309136',
          aliases: [],
          title: 'Strings, Untied',
          authors: [],
          keywords: [],
          origin: 'page',
        },
      },
    )
  })

  test('the DOI that arXiv gives out is no other name, and neither is one that is none', () => {
    for (const doi of ['10.48550/arXiv.2411.01234', 'javascript:alert(1)', '']) {
      const html = `<meta name="citation_title" content="T"><meta name="citation_doi" content="${doi}">`
      expect(read(documentOf(html))).toMatchObject({ paper: { aliases: [] } })
    }
  })

  test('of several DOIs the first one is taken', () => {
    const html =
      '<meta name="citation_title" content="T"><meta name="citation_doi" content="10.5555/a 10.5555/b">'
    expect(read(documentOf(html))).toMatchObject({ paper: { aliases: ['doi:10.5555/a'] } })
  })

  test('markup in a title stays text', () => {
    const html = '<h1 class="title">&lt;img src=x onerror=alert(1)&gt; Attacks</h1>'
    expect(read(documentOf(html))).toMatchObject({
      paper: { title: '<img src=x onerror=alert(1)> Attacks' },
    })
  })

  test('endless texts are cut', () => {
    const long = 'word '.repeat(10_000)
    const html = `<meta name="citation_title" content="${long}"><meta name="citation_author" content="${long}"><meta name="citation_abstract" content="${long}">`
    const { paper, abstract } = read(documentOf(html)) as {
      paper: { title: string; authors: string[] }
      abstract: string
    }
    expect(paper.title.length).toBeLessThanOrEqual(limits.title)
    expect(paper.authors[0]?.length).toBeLessThanOrEqual(limits.author)
    expect(abstract.length).toBeLessThanOrEqual(limits.abstract)
  })

  test('a day that does not exist is left out', () => {
    const html =
      '<meta name="citation_title" content="T"><meta name="citation_date" content="2025/02/30">'
    expect(read(documentOf(html))).not.toHaveProperty('paper.publishedOn')
  })

  test('a page without a title, and one about no paper, are not read', () => {
    expect(read(documentOf('<p>Not found</p>'))).toBeUndefined()
    expect(
      read(pageOf('arxiv/abs.html'), new URL('https://arxivPages.org/list/cs.CL/recent')),
    ).toBeUndefined()
  })

  test('papers that are linked from it are not marked', () => {
    expect(allMentions(arxivPages.findMentions?.(pageOf('arxiv/abs.html'), url))).toEqual([])
  })
})

describe('a listing or a search of arXiv', () => {
  const listUrl = new URL('https://arxivPages.org/list/cs.CL/new')

  test('mentions each paper at its name, and no paper of a comment or of another site', () => {
    const mentions = allMentions(arxivPages.findMentions?.(pageOf('arxiv/list.html'), listUrl))
    expect(mentions.map(({ paperId, anchor }) => [paperId, anchor.textContent?.trim()])).toEqual([
      ['arxiv:2411.01234', 'arXiv:2411.01234'],
      ['arxiv:math/0309136', 'arXiv:math/0309136'],
      ['arxiv:2411.05678', 'arXiv:2411.05678'],
    ])
  })

  test("a paper's own page mentions none", () => {
    expect(allMentions(arxivPages.findMentions?.(pageOf('arxiv/list.html'), url))).toEqual([])
  })
})
