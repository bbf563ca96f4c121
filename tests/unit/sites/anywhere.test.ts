import { describe, expect, test, vi } from 'vitest'
import { siteAnywhere } from '../../../lib/sites/anywhere'
import type { PageReading, Site } from '../../../lib/sites/site'
import { allMentions, documentOf, pageOf } from '../../sites/page'

/** A page in a browser: it has an address, which can become another one without a load. */
class Page {
  readonly document: Document
  readonly site: Site
  #url: URL

  constructor(address: string, document: Document) {
    this.document = document
    this.#url = new URL(address)
    this.site = siteAnywhere(this.#url)
  }

  goTo(address: string): void {
    this.#url = new URL(address)
  }

  tag(name: string, content: string): void {
    const known = this.document.querySelector(`meta[name="${name}"]`)
    const tag = known ?? this.document.createElement('meta')
    tag.setAttribute('name', name)
    tag.setAttribute('content', content)
    if (known === null) this.document.head.append(tag)
  }

  /** What a bar would be made of: the paper and the text of the heading; undefined for no bar. */
  get bar(): string | undefined {
    const id = this.site.identifyPage?.(this.document, this.#url)
    const title = this.site.findTitle?.(this.document, this.#url)
    return id && title && `${id} ${title.textContent}`
  }

  get reading(): PageReading | undefined {
    return this.site.readPaper?.(this.document, this.#url) as PageReading | undefined
  }

  get aliases(): readonly string[] {
    return this.site.readAliases?.(this.document, this.#url) ?? []
  }

  get mentions(): string[] {
    const mentions = allMentions(this.site.findMentions?.(this.document, this.#url))
    return mentions.map(({ paperId }) => paperId)
  }
}

function pageWith(address: string, tags: Readonly<Record<string, string>>, body: string): Page {
  const html = `<!doctype html><html><head><title>A tab</title></head><body>${body}</body></html>`
  const page = new Page(address, documentOf(html))
  for (const [name, content] of Object.entries(tags)) page.tag(name, content)
  return page
}

const folding = {
  citation_title: 'Folding Long Contexts',
  citation_author: 'Amara Oduya',
  citation_doi: '10.5555/fold.17',
}

describe('a page that becomes another one without being loaded', () => {
  const forum = (id: string) => `https://openreview.net/forum?id=${id}`

  function forumPage(): Page {
    const { citation_doi: _doi, ...tags } = folding
    return pageWith(forum('FirstPaper'), tags, '<h2 id="it">Folding Long Contexts</h2>')
  }

  function setHeading({ document }: Page, text: string): void {
    const heading = document.querySelector('#it')
    if (heading !== null) heading.textContent = text
  }

  test('has no bar and tells nothing until its tags are those of its address', () => {
    const page = forumPage()
    expect(page.bar).toBe('openreview:FirstPaper Folding Long Contexts')
    page.goTo(forum('SecondPaper'))
    expect(page.bar).toBeUndefined()
    expect(page.reading).toBeUndefined()
    setHeading(page, 'Sorting Socks by Attention')
    expect(page.bar).toBeUndefined()
    expect(page.reading).toBeUndefined()
    page.tag('citation_title', 'Sorting Socks by Attention')
    page.tag('citation_author', 'Chidi Abara')
    expect(page.bar).toBe('openreview:SecondPaper Sorting Socks by Attention')
    expect(page.reading?.paper).toMatchObject({
      id: 'openreview:SecondPaper',
      authors: ['Chidi Abara'],
    })
  })

  test('has no bar where the tags change before the heading does', () => {
    const page = forumPage()
    expect(page.bar).toBeDefined()
    page.goTo(forum('SecondPaper'))
    page.tag('citation_title', 'Sorting Socks by Attention')
    expect(page.bar).toBeUndefined()
    setHeading(page, 'Sorting Socks by Attention')
    expect(page.bar).toBe('openreview:SecondPaper Sorting Socks by Attention')
  })

  test('is about no paper once it is a list, whatever tags are left', () => {
    const page = pageWith(
      'https://inspirehep.net/literature/17',
      folding,
      '<h2>Folding Long Contexts</h2><p><a href="https://doi.org/10.5555/fold.17">It</a></p>',
    )
    expect(page.bar).toBe('inspire:17 Folding Long Contexts')
    expect(page.mentions).toEqual([])
    page.goTo('https://inspirehep.net/literature?q=folding')
    expect(page.bar).toBeUndefined()
    expect(page.reading).toBeUndefined()
    expect(page.mentions).toEqual(['doi:10.5555/fold.17'])
    page.goTo('https://inspirehep.net/literature/17')
    expect(page.bar).toBe('inspire:17 Folding Long Contexts')
  })

  test('keeps its bar where it is the same paper in another tab of the page', () => {
    const address = 'https://journal.example.org/articles/17'
    const page = pageWith(address, folding, '<h1>Folding Long Contexts</h1>')
    const bar = page.bar
    expect(bar).toBe('doi:10.5555/fold.17 Folding Long Contexts')
    for (const end of ['#refs', '?tab=refs', '/references']) {
      page.goTo(address + end)
      expect(page.bar).toBe(bar)
    }
  })
})

describe('tags that come late', () => {
  test('are read when they are there', () => {
    const page = pageWith('https://journal.example.org/17', {}, '<h1>Folding Long Contexts</h1>')
    expect(page.bar).toBeUndefined()
    for (const [name, content] of Object.entries(folding)) {
      page.tag(name, content)
      const isComplete = name === 'citation_doi'
      expect(page.bar !== undefined).toBe(isComplete)
    }
    page.tag(
      'citation_abstract',
      'A context that is folded twice fits where it did not fit before.',
    )
    expect(page.reading?.abstract).toMatch(/^A context that is folded/)
  })

  test('a heading that comes later than they do gets its bar then', () => {
    const page = pageWith('https://journal.example.org/17', folding, '<main></main>')
    expect(page.bar).toBeUndefined()
    const heading = page.document.createElement('h1')
    heading.textContent = 'Folding Long Contexts'
    page.document.querySelector('main')?.append(heading)
    expect(page.bar).toBe('doi:10.5555/fold.17 Folding Long Contexts')
    heading.replaceWith(page.document.createElement('p'))
    expect(page.bar).toBeUndefined()
  })
})

describe('a page that is about no paper', () => {
  test('has no bar although it carries the tags of a journal', () => {
    const page = new Page('https://journal.example.org/issues/3', pageOf('generic/issue.html'))
    expect(page.bar).toBeUndefined()
    expect(page.reading).toBeUndefined()
  })

  test('has no bar at the address of a paper that is not there', () => {
    const page = pageWith('https://www.alphaxiv.org/abs/2411.99999', {}, '<h1>404</h1>')
    page.document.title = '404 | alphaXiv'
    expect(page.bar).toBeUndefined()
    expect(page.reading).toBeUndefined()
  })
})

describe('a page of a site that we do not know', () => {
  const names = {
    ...folding,
    citation_arxiv_id: '2106.01234',
    citation_pmid: '12345678',
  }

  test('names its paper, and no other name of it', () => {
    const page = pageWith('https://hostile.example.org/17', names, '<h1>Folding Long Contexts</h1>')
    expect(page.bar).toBe('doi:10.5555/fold.17 Folding Long Contexts')
    expect(page.aliases).toEqual([])
    expect(page.reading?.paper.aliases).toEqual([])
  })

  test('is not believed under the name of a known one', () => {
    for (const host of ['openreview.net.example.org', 'xopenreview.net', 'openreview.net:8080']) {
      const page = pageWith(`https://${host}/forum?id=FirstPaper`, names, '<h1>Folding</h1>')
      expect(page.aliases).toEqual([])
    }
  })

  test('of a known site, the other names are told', () => {
    const page = pageWith('https://inspirehep.net/literature/17', names, '')
    expect(page.aliases).toEqual(['doi:10.5555/fold.17', 'arxiv:2106.01234', 'pmid:12345678'])
    expect(page.reading?.paper.aliases).toEqual(page.aliases)
  })
})

describe('a hostile page', () => {
  test('is text, and its addresses go nowhere', () => {
    const page = new Page('https://hostile.example.org/17', pageOf('generic/hostile.html'))
    expect(page.bar).toBeUndefined()
    expect(page.reading).toEqual({
      paper: {
        id: 'doi:10.5555/harmless',
        aliases: [],
        title: '<script>alert(1)</script> <img src=x onerror=alert(1)> Considered Harmless',
        authors: ['Mallory'],
        publishedOn: '2021',
        keywords: [],
        origin: 'page',
      },
    })
  })

  test('has only so many of its tags read', () => {
    const tags = (count: number) => '<meta name="x" content="y">'.repeat(count)
    const page = (count: number) => {
      const html = `<!doctype html><html><head>${tags(count)}</head><body></body></html>`
      const made = new Page('https://hostile.example.org/17', documentOf(html))
      for (const [name, content] of Object.entries(folding)) made.tag(name, content)
      return made
    }
    expect(page(5_000).reading?.paper.title).toBe('Folding Long Contexts')
    expect(page(20_000).reading).toBeUndefined()
  })

  test('with JSON of any length has none of it parsed', () => {
    const page = pageWith('https://hostile.example.org/17', folding, '')
    const parse = vi.spyOn(JSON, 'parse')
    for (let index = 0; index < 100; index += 1) {
      const script = page.document.createElement('script')
      script.setAttribute('type', 'application/ld+json')
      script.textContent = index < 50 ? `["${'x'.repeat(100_000)}"]` : '[]'
      page.document.body.append(script)
    }
    const long = page.document.createElement('script')
    long.setAttribute('type', 'application/ld+json')
    long.textContent = `["${'x'.repeat(5_000_000)}"]`
    page.document.head.append(long)
    expect(page.bar).toBeUndefined()
    expect(page.reading?.paper.title).toBe('Folding Long Contexts')
    const lengths = parse.mock.calls.map(([text]) => text.length)
    parse.mockRestore()
    expect(Math.max(...lengths)).toBeLessThan(500_001)
    expect(lengths.length).toBeLessThan(31)
  })

  test('that nothing has changed is not read again', () => {
    const page = pageWith(
      'https://hostile.example.org/17',
      folding,
      '<h1>Folding Long Contexts</h1>',
    )
    expect(page.bar).toBeDefined()
    const reads = vi.spyOn(page.document, 'querySelectorAll')
    for (let index = 0; index < 10; index += 1) expect(page.bar).toBeDefined()
    const asked = new Set(reads.mock.calls.map(([selector]) => selector))
    expect(asked.has('meta[content]:not([name="citation_reference" i])')).toBe(false)
  })
})
