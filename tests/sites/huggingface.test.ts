import { describe, expect, test } from 'vitest'
import { huggingFacePages } from '../../lib/sites/huggingface-pages'
import type { Mention } from '../../lib/sites/site'
import { allMentions, documentOf, pageOf } from './page'

const list = new URL('https://huggingface.co/papers')
const paperUrl = new URL('https://huggingface.co/papers/2607.10001')

function mentionsOf(root: ParentNode, url: URL): Mention[] {
  return allMentions(huggingFacePages.findMentions?.(root, url))
}

function idsOf(root: ParentNode, url: URL): string[] {
  return mentionsOf(root, url).map(({ paperId }) => paperId)
}

function read(document: Document, url: URL): unknown {
  return huggingFacePages.readPaper?.(document, url)
}

/** The document with the layout of a browser in which only these elements are on the screen. */
function withLayout(document: Document, isShown: (element: Element) => boolean): Document {
  for (const element of document.querySelectorAll('*')) {
    const size = isShown(element) ? 100 : 0
    element.getBoundingClientRect = () => ({ width: size, height: size }) as DOMRect
  }
  return document
}

describe('a list of papers on Hugging Face', () => {
  test('each card is one mention, at the link in its heading', () => {
    const mentions = mentionsOf(pageOf('huggingface/daily.html'), list)
    expect(mentions.map(({ paperId }) => paperId)).toEqual([
      'arxiv:2607.10001',
      'arxiv:2607.10002',
      'arxiv:2607.10003',
    ])
    for (const { anchor } of mentions) expect(anchor.parentElement?.localName).toBe('h3')
  })

  test('finding twice finds the same', () => {
    const page = pageOf('huggingface/daily.html')
    expect(mentionsOf(page, list)).toEqual(mentionsOf(page, list))
  })

  test('a card that is re-used for another paper is a mention of that paper', () => {
    const page = pageOf('huggingface/daily.html')
    const [before] = mentionsOf(page, list)
    for (const link of page.querySelectorAll('a[href^="/papers/2607.10001"]')) {
      link.setAttribute('href', '/papers/2509.20002')
    }
    const [after] = mentionsOf(page, list)
    expect(after?.paperId).toBe('arxiv:2509.20002')
    expect(after?.anchor).toBe(before?.anchor)
  })

  test('of the two halves of a trending card the one on the screen is marked', () => {
    for (const half of ['desktop', 'mobile']) {
      const page = withLayout(
        pageOf('huggingface/trending.html'),
        (element) => element.closest(`[id$="-${half}"]`) !== null,
      )
      const mentions = mentionsOf(page, list)
      expect(mentions.map(({ paperId }) => paperId)).toEqual([
        'arxiv:2607.10001',
        'arxiv:2509.20002',
      ])
      for (const { anchor } of mentions) {
        expect(anchor.closest('[id]')?.id.endsWith(half)).toBe(true)
      }
    }
  })

  test('where nothing is laid out yet, a trending card is still one mention', () => {
    expect(idsOf(pageOf('huggingface/trending.html'), list)).toHaveLength(2)
  })

  test('the layout is not asked for where there is no choice', () => {
    const page = pageOf('huggingface/daily.html')
    for (const element of page.querySelectorAll('*')) {
      element.getBoundingClientRect = () => {
        throw new Error('asked for the layout')
      }
    }
    expect(mentionsOf(page, list)).toHaveLength(3)
  })

  test('without cards the links in headings are the mentions', () => {
    const page = documentOf(
      '<main><h2><a href="/papers/2607.10001">One</a></h2><p><a href="/papers/2607.10002">Two</a></p></main>',
    )
    expect(idsOf(page, list)).toEqual(['arxiv:2607.10001'])
  })

  test('a card without a heading is marked at its first link with text', () => {
    const page = documentOf(
      '<article><a href="/papers/2607.10001"><img></a><a href="/papers/2607.10001#community">2</a><a href="/papers/2607.10001?from=card">One</a></article>',
    )
    expect(mentionsOf(page, list).map(({ anchor }) => anchor.textContent)).toEqual(['One'])
  })

  test('links to lists, to signing in and to addresses that are no paper are not mentions', () => {
    const page = documentOf(
      [
        '/papers/date/2026-07-22',
        '/papers/week/2026-W30',
        '/papers/month/2026-07',
        '/papers/trending',
        '/papers/submit',
        '/papers/%E0%A4%A',
        '/papers/',
        '/login?next=%2Fpapers%2F2607.10001',
        '//elsewhere.example/papers/2607.10001',
      ]
        .map((href) => `<article><h3><a href="${href}">Link</a></h3></article>`)
        .join(''),
    )
    expect(idsOf(page, list)).toEqual([])
  })

  test('it has no title for a bar to go below', () => {
    expect(huggingFacePages.findTitle?.(pageOf('huggingface/daily.html'), list)).toBeUndefined()
  })
})

describe('a paper page on Hugging Face', () => {
  test('its title is the heading of the paper, not the one of the site', () => {
    const title = huggingFacePages.findTitle?.(pageOf('huggingface/paper.html'), paperUrl)
    expect(title?.textContent).toContain('Bookmarks for Agents')
  })

  test('in another design its title is the first heading of the main part', () => {
    const page = documentOf('<h1>Hugging Face</h1><main><h1>Bookmarks</h1></main>')
    expect(huggingFacePages.findTitle?.(page, list)?.textContent).toBe('Bookmarks')
  })

  test('other papers in cards below it are mentions, the paper itself is not', () => {
    expect(idsOf(pageOf('huggingface/paper.html'), paperUrl)).toEqual([
      'arxiv:2509.20002',
      'arxiv:2411.01234',
    ])
  })

  test('the data of its component tells the paper', () => {
    expect(read(pageOf('huggingface/paper.html'), paperUrl)).toEqual({
      paper: {
        id: 'arxiv:2607.10001',
        aliases: [],
        title: 'Bookmarks for Agents That Forget',
        authors: ['Amara Oduya', 'PaperFold'],
        publishedOn: '2026-07-20',
        keywords: ['bookmarks', 'long contexts'],
        projectUrl: 'https://bookmarks.example/agents',
        origin: 'page',
      },
      abstract: 'An agent that marks its page can come back to it.',
    })
  })

  test('broken data, and data of another paper, are not believed: the screen is read', () => {
    const broken = pageOf('huggingface/paper.html')
    const stale = pageOf('huggingface/paper.html')
    const absent = pageOf('huggingface/paper.html')
    const island = '[data-target="PaperContent"]'
    broken.querySelector(island)?.setAttribute('data-props', '{"paper":')
    stale
      .querySelector(island)
      ?.setAttribute('data-props', '{"paper":{"id":"2509.20002","title":"Origami Attention"}}')
    absent.querySelector(island)?.removeAttribute('data-props')
    for (const page of [broken, stale, absent]) {
      expect(read(page, paperUrl)).toEqual({
        paper: {
          id: 'arxiv:2607.10001',
          aliases: [],
          title: 'Bookmarks for Agents That Forget',
          authors: ['Amara Oduya', 'PaperFold'],
          keywords: [],
          origin: 'page',
        },
      })
    }
  })

  test('values of the wrong kind are left out', () => {
    const page = documentOf('<main><div data-target="PaperContent"><h1>Kept</h1></div></main>')
    const wrong = {
      id: '2607.10001',
      title: 7,
      authors: [null, 'A', { name: 3 }, { name: 'Amara Oduya' }],
      publishedAt: 'yesterday',
      summary: { html: '<b>' },
      projectPage: 'javascript:alert(1)',
      ai_keywords: { length: 1 },
    }
    page
      .querySelector('[data-target="PaperContent"]')
      ?.setAttribute('data-props', JSON.stringify({ paper: wrong }))
    expect(read(page, paperUrl)).toEqual({
      paper: {
        id: 'arxiv:2607.10001',
        aliases: [],
        title: 'Kept',
        authors: ['Amara Oduya'],
        keywords: [],
        origin: 'page',
      },
    })
  })

  test('a list is not read as a paper', () => {
    expect(read(pageOf('huggingface/daily.html'), list)).toBeUndefined()
  })
})
