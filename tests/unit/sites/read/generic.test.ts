import { describe, expect, test } from 'vitest'
import { limits } from '../../../../lib/papers/limits'
import { readGenericPaper, readPageFacts } from '../../../../lib/sites/read/generic'
import { documentOf, pageOf } from '../../../sites/page'

const somewhere = new URL('https://journal.example.org/articles/17')

/** A page with these `meta` tags, in the order given. */
function pageWith(...tags: readonly (readonly [name: string, content: string])[]): Document {
  const document = documentOf('<!doctype html><html><head></head><body></body></html>')
  for (const [name, content] of tags) {
    const tag = document.createElement('meta')
    tag.setAttribute('name', name)
    tag.setAttribute('content', content)
    document.head.append(tag)
  }
  return document
}

const paper = [
  ['citation_title', 'Folding Long Contexts'],
  ['citation_author', 'Amara Oduya'],
  ['citation_doi', '10.5555/fold.17'],
] as const

describe('the page of a paper', () => {
  test('is read from Highwire tags, and the abstract and the code from the screen', () => {
    expect(readPageFacts(pageOf('generic/highwire.html'), somewhere)).toEqual({
      title: 'Folding H2O into Long Contexts & <think> Tokens',
      authors: ['Amara Oduya', 'Joost J. van der Kelder', 'Lee King Jr.'],
      ids: ['doi:10.5555/fold.2021.17', 'arxiv:2106.01234', 'pmid:12345678'],
      abstract:
        'A context that is folded twice fits where it did not fit before. We measure how often that works. ' +
        'Our code is available at https://github.com/example-lab/fold-twice.',
      publishedOn: '2021-06-17',
      venue: 'Journal of Invented Results',
      pdfUrl: 'https://journal.example.org/pdf/fold.2021.17.pdf',
      codeUrl: 'https://github.com/example-lab/fold-twice',
    })
  })

  test('is read from Dublin Core and PRISM', () => {
    expect(readPageFacts(pageOf('generic/dublin-core.html'), somewhere)).toEqual({
      title: 'Sorting Socks by Attention',
      authors: ['Chidi Abara', 'Åsa Lindqvist'],
      ids: ['doi:10.5555/socks.77'],
      abstract:
        'Socks come in pairs and leave the machine one by one. We show that attention over a basket of ' +
        'socks finds the pairs in the time that it takes to fold them.',
      publishedOn: '2019-11-05',
      venue: 'Annals of Laundry',
      codeUrl: 'https://github.com/abara/socks',
    })
  })

  test('is read from JSON-LD, beside JSON that is broken and things that are no papers', () => {
    expect(readPageFacts(pageOf('generic/json-ld.html'), somewhere)).toEqual({
      title: 'Warm Starts for Cold Models',
      authors: ['Noor Haddad', 'Ivo Brandt', 'Mei-Ling Tan'],
      ids: ['doi:10.5555/warm.9', 'arxiv:2203.00009'],
      abstract: 'Models that start warm finish early. We warm nine models and time them.',
      publishedOn: '2022-03-09',
      venue: 'Open Letters on Heat',
    })
  })

  test.each([
    [
      'EPrints',
      'eprints.title|Folding Long Contexts',
      'eprints.creators_name|Oduya, Amara',
      'eprints.id_number|10.5555/fold.17',
      'eprints.publication|Annals',
      'eprints.date|2020-05',
      'eprints.document_url|https://journal.example.org/17.pdf',
    ],
    [
      'Digital Commons',
      'bepress_citation_title|Folding Long Contexts',
      'bepress_citation_author|Oduya, Amara',
      'bepress_citation_doi|10.5555/fold.17',
      'bepress_citation_journal_title|Annals',
      'bepress_citation_date|2020/5',
      'bepress_citation_pdf_url|https://journal.example.org/17.pdf',
    ],
  ])('is read from the tags of %s', (_name, ...tags) => {
    const page = pageWith(...tags.map((tag) => tag.split('|') as [string, string]))
    expect(readPageFacts(page, somewhere)).toEqual({
      title: 'Folding Long Contexts',
      authors: ['Amara Oduya'],
      ids: ['doi:10.5555/fold.17'],
      venue: 'Annals',
      publishedOn: '2020-05',
      pdfUrl: 'https://journal.example.org/17.pdf',
    })
  })

  test('becomes a paper under the id of its address, with the other ids as aliases', () => {
    const url = new URL('https://openreview.net/forum?id=FoldTwice17')
    const page = pageWith(...paper, ['citation_date', '2021/06/17'])
    expect(readGenericPaper(page, url)).toEqual({
      paper: {
        id: 'openreview:FoldTwice17',
        aliases: ['doi:10.5555/fold.17'],
        title: 'Folding Long Contexts',
        authors: ['Amara Oduya'],
        publishedOn: '2021-06-17',
        keywords: [],
        origin: 'page',
      },
    })
  })

  test('has the authors that one tag holds, where semicolons part them', () => {
    const read = (value: string) => {
      const tags = [paper[0], paper[2], ['citation_authors', value] as const]
      const url = new URL('https://openreview.net/forum?id=FoldTwice17')
      return readPageFacts(pageWith(...tags), url)?.authors
    }
    expect(read('Oduya, Amara; Abara, Chidi')).toEqual(['Amara Oduya', 'Chidi Abara'])
    expect(read('Amara Oduya, Chidi Abara')).toEqual([])
  })

  test('has a date as exact as the page has it', () => {
    const reading = readGenericPaper(pageWith(...paper, ['citation_date', '2021/06']), somewhere)
    expect(reading?.paper.title).toBe('Folding Long Contexts')
    expect(reading?.paper.publishedOn).toBe('2021-06')
  })

  test('takes the address of its code along', () => {
    const reading = readGenericPaper(pageOf('generic/highwire.html'), somewhere)
    expect(reading?.paper.code).toEqual({ url: 'https://github.com/example-lab/fold-twice' })
  })
})

describe('a title that was made for sharing', () => {
  const paperAddress = new URL('https://openreview.net/forum?id=FewTags12')

  test('counts where the address is that of a paper', () => {
    expect(readGenericPaper(pageOf('generic/open-graph.html'), paperAddress)).toEqual({
      paper: {
        id: 'openreview:FewTags12',
        aliases: [],
        title: 'A Paper That Few Tags Describe',
        authors: [],
        keywords: [],
        origin: 'page',
      },
    })
  })

  test('does not count elsewhere', () => {
    expect(readGenericPaper(pageOf('generic/open-graph.html'), somewhere)).toBeUndefined()
  })

  test.each([
    ['is cut off', 'article', 'A Paper That Few…'],
    ['is cut off by dots', 'article', 'A Paper That Few...'],
    ['is the name of the site', 'article', 'Example Review'],
    ['is on a page that is no article', 'website', 'Not found'],
  ])('does not count where it %s', (_case, type, title) => {
    const page = pageWith(
      ['og:type', type],
      ['og:title', title],
      ['og:site_name', 'Example Review'],
    )
    expect(readGenericPaper(page, paperAddress)).toBeUndefined()
  })
})

describe('a page that is about no paper', () => {
  test('an issue with tags, a DOI and a list of papers gives nothing', () => {
    expect(readGenericPaper(pageOf('generic/issue.html'), somewhere)).toBeUndefined()
  })

  test('a journal with tags gives nothing', () => {
    const page = pageWith(
      ['citation_journal_title', 'Journal of Invented Results'],
      ['citation_title', 'Journal of Invented Results'],
      ['citation_author', 'An Editor'],
      ['citation_doi', '10.5555/journal'],
    )
    expect(readGenericPaper(page, somewhere)).toBeUndefined()
  })

  test('a list with the tags of several papers gives nothing', () => {
    const other = [
      ['citation_title', 'Sorting Socks by Attention'],
      ['citation_author', 'Chidi Abara'],
    ] as const
    expect(readGenericPaper(pageWith(...paper, ...other), somewhere)).toBeUndefined()
    const otherDoi = ['citation_doi', '10.5555/socks.77'] as const
    expect(readGenericPaper(pageWith(...paper, otherDoi), somewhere)).toBeUndefined()
  })

  test('a home page that shows off one paper gives nothing', () => {
    const home = new URL('https://journal.example.org/')
    expect(readGenericPaper(pageWith(...paper), home)).toBeUndefined()
  })

  test('a paper without any id that we know gives nothing', () => {
    expect(readGenericPaper(pageWith(paper[0], paper[1]), somewhere)).toBeUndefined()
  })

  test('an empty page gives nothing', () => {
    expect(readGenericPaper(documentOf(''), somewhere)).toBeUndefined()
    expect(readGenericPaper(documentOf('hello'), somewhere)).toBeUndefined()
  })
})

describe('where parts of a page disagree', () => {
  test('tags that were left by the paper before are not taken for this one', () => {
    const page = pageWith(...paper, [
      'citation_pdf_url',
      'https://openreview.net/pdf?id=TheOneBefore',
    ])
    const url = new URL('https://openreview.net/forum?id=TheOneNow')
    expect(readGenericPaper(page, url)).toBeUndefined()
  })

  test('a version of the DOI in the address is the same paper', () => {
    const url = new URL('https://elifesciences.org/reviewed-preprints/12345')
    const page = pageWith(paper[0], paper[1], ['citation_doi', '10.7554/eLife.12345.3'])
    expect(readGenericPaper(page, url)?.paper).toMatchObject({
      id: 'doi:10.7554/elife.12345',
      aliases: [],
    })
  })

  test('tags that name another title add nothing', () => {
    const page = pageWith(
      ...paper,
      ['dc.title', 'The Repository'],
      ['dc.description', 'All that the repository has to say about itself. '.repeat(5)],
      ['prism.publicationName', 'Not This One'],
    )
    expect(readPageFacts(page, somewhere)).toEqual({
      title: 'Folding Long Contexts',
      authors: ['Amara Oduya'],
      ids: ['doi:10.5555/fold.17'],
    })
  })

  test('tags without a title, or with a longer one, add what the first ones lack', () => {
    const page = pageWith(
      ...paper.slice(0, 1),
      ['dc.title', 'Folding long contexts: a study'],
      ['dc.creator', 'Oduya, Amara'],
      ['prism.doi', '10.5555/fold.17'],
    )
    expect(readPageFacts(page, somewhere)).toMatchObject({
      authors: ['Amara Oduya'],
      ids: ['doi:10.5555/fold.17'],
    })
  })

  test('of many papers in JSON-LD the one of the address is read', () => {
    const listed = ['FirstPaper', 'OtherPaper'].map((id) => ({
      '@type': 'ScholarlyArticle',
      name: `The ${id}`,
      url: `https://openreview.net/forum?id=${id}`,
    }))
    const page = documentOf(
      `<script type="application/ld+json">${JSON.stringify(listed)}</script><p>Two papers</p>`,
    )
    const read = (id: string) =>
      readGenericPaper(page, new URL(`https://openreview.net/forum?id=${id}`))?.paper.title
    expect(read('OtherPaper')).toBe('The OtherPaper')
    expect(read('ThirdPaper')).toBeUndefined()
  })

  test('a later version of a preprint does not give its own date to the paper', () => {
    const page = pageWith(paper[0], paper[1], ['citation_date', '2020/03/27'])
    const read = (version: string) =>
      readPageFacts(
        page,
        new URL(`https://www.biorxiv.org/content/10.1101/2020.03.22.002386${version}`),
      )?.publishedOn
    expect(read('v1')).toBe('2020-03-27')
    expect(read('v3.full')).toBeUndefined()
  })
})

describe('an abstract', () => {
  const words = 'A context that is folded twice fits where it did not fit before, as we show.'

  test.each([
    ['in its tag', words],
    ['after its label', `Abstract: ${words}`],
    ['exported with its heading and paragraphs', `<h3>ABSTRACT</h3>\n<p>${words}</p>`],
  ])('is read %s', (_case, value) => {
    const page = pageWith(...paper, ['citation_abstract', value])
    expect(readPageFacts(page, somewhere)?.abstract).toBe(words)
  })

  test.each([
    ['is cut off', `${words}..`],
    ['is a remark', 'No abstract available'],
    ['holds other markup', `${words}<div>And more</div>`],
    ['is Markdown with its links', `${words} [1]: #ref-1`],
  ])('is not taken where it %s', (_case, value) => {
    const page = pageWith(...paper, ['citation_abstract', value])
    expect(readPageFacts(page, somewhere)).not.toHaveProperty('abstract')
  })

  test.each([
    [
      'a text of its own',
      `<h4>Abstract</h4>${words} With <i>more</i>.<h4>Next</h4>`,
      ' With more .',
    ],
    ['one block', `<h4>Abstract:</h4><div>${words}</div><div>Share</div>`, ''],
  ])('on the screen can be %s', (_case, html, end) => {
    const page = pageWith(...paper)
    page.body.append(documentOf(`<div>${html}</div>`).querySelector('div') ?? '')
    expect(readPageFacts(page, somewhere)?.abstract).toBe(`${words}${end}`)
  })
})

describe('a hostile page', () => {
  test('is text, and its addresses go nowhere', () => {
    expect(readPageFacts(pageOf('generic/hostile.html'), somewhere)).toEqual({
      title: '<script>alert(1)</script> <img src=x onerror=alert(1)> Considered Harmless',
      authors: ['Mallory'],
      ids: ['doi:10.5555/harmless'],
      publishedOn: '2021',
    })
  })

  test('cannot make us read values of any length, or any number of them', () => {
    const megabyte = '<i>x, '.repeat(175_000)
    const authors = Array.from(
      { length: 10_000 },
      (_, index) => ['citation_author', `Author, Number${index}`] as const,
    )
    const page = pageWith(
      ['citation_title', `Long ${megabyte}`],
      ['citation_abstract', megabyte],
      ['citation_doi', megabyte],
      ['citation_doi', '10.5555/long'],
      ['citation_date', megabyte],
      ['citation_pdf_url', `https://example.org/${megabyte}`],
      ['dc.creator', megabyte],
      ...authors,
    )
    const script = page.createElement('script')
    script.setAttribute('type', 'application/ld+json')
    script.textContent = '['.repeat(200_000)
    page.head.append(script)
    const start = performance.now()
    const facts = readPageFacts(page, somewhere)
    expect(performance.now() - start).toBeLessThan(20_000)
    expect(facts?.title.length).toBeLessThanOrEqual(limits.title)
    expect(facts?.abstract?.length).toBeLessThanOrEqual(limits.abstract)
    expect(facts?.authors).toHaveLength(limits.authors)
    expect(facts?.authors[0]).toBe('Number0 Author')
    expect(facts).not.toHaveProperty('pdfUrl')
  })
})
