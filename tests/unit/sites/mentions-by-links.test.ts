import { describe, expect, test, vi } from 'vitest'
import type { PaperId } from '../../../lib/papers/paper-id'
import { mentionsByLinks } from '../../../lib/sites/mentions-by-links'
import type { Layout } from '../../../lib/sites/site'
import { allMentions, documentOf } from '../../sites/page'

const url = new URL('https://blog.example/2025/')
const abs = 'https://arxiv.org/abs/2411.01234'
const pdf = 'https://arxiv.org/pdf/2411.01234'
const other = 'https://arxiv.org/abs/2303.04321'

interface Given {
  readonly layout?: Layout
  readonly own?: readonly string[]
  readonly known?: Map<string, PaperId | undefined>
}

/** `2411.01234 Title`: the paper and the text of what its mark stands behind. */
function mentionsIn(html: string, { layout = {}, own = [], known = new Map() }: Given = {}) {
  const { document } = { document: documentOf(`<body>${html}</body>`) }
  const names = new Set(own as readonly PaperId[])
  return allMentions(mentionsByLinks(document, url, layout, names, known)).map(
    ({ paperId, anchor }) => `${paperId.replace('arxiv:', '')} ${anchor.textContent?.trim()}`,
  )
}

function link(href: string, text: string): string {
  return `<a href="${href}">${text}</a>`
}

describe('on any page', () => {
  test('a paper is mentioned once a block, at the link that looks most like a title', () => {
    expect(mentionsIn(`<li>${link(pdf, 'PDF')} ${link(abs, 'On Folding')}</li>`)).toEqual([
      '2411.01234 On Folding',
    ])
    expect(
      mentionsIn(`<li>${link(pdf, 'The whole file')} <h4>${link(abs, 'On Folds')}</h4></li>`),
    ).toEqual(['2411.01234 On Folds'])
    expect(
      mentionsIn(`<p>${link(abs, 'One')} and ${link(other, 'two')}</p><p>${link(abs, 'One')}</p>`),
    ).toEqual(['2411.01234 One', '2303.04321 two', '2411.01234 One'])
  })

  test('the paragraphs of a list item are one block', () => {
    expect(
      mentionsIn(`<ul><li><p>${link(abs, 'On Folding')}</p><p>${link(pdf, 'here')}</p></li></ul>`),
    ).toEqual(['2411.01234 On Folding'])
  })

  test('the cells of a row are one block, while paragraphs in a cell are their own', () => {
    expect(
      mentionsIn(
        `<table><tr><td>${link(abs, 'On Folding')}</td><td>${link(pdf, 'file')}</td></tr></table>`,
      ),
    ).toEqual(['2411.01234 On Folding'])
    expect(
      mentionsIn(
        `<table><tr><td><p>See ${link(abs, 'this')}</p><p>or ${link(abs, 'that')}</p></td></tr></table>`,
      ),
    ).toEqual(['2411.01234 this', '2411.01234 that'])
  })

  test('a page of boxes has boxes for blocks', () => {
    expect(
      mentionsIn(`<div>${link(abs, 'One')}</div><div><div>${link(abs, 'again')}</div></div>`),
    ).toEqual(['2411.01234 One', '2411.01234 again'])
  })

  test('a label below a title is no mention, and above it neither', () => {
    for (const label of [
      'PDF',
      '[pdf]',
      'arXiv:2411.01234',
      '2411.01234v2',
      'View paper',
      '论文',
    ]) {
      expect(
        mentionsIn(
          `<div><h3>${link(abs, 'On Folding')}</h3><p>Oduya</p><p>${link(pdf, label)}</p></div>`,
        ),
      ).toEqual(['2411.01234 On Folding'])
      expect(
        mentionsIn(`<dl><dt>${link(pdf, label)}</dt><dd>${link(abs, 'On Folding')}</dd></dl>`),
      ).toEqual(['2411.01234 On Folding'])
    }
  })

  test('a label of another paper is one, as are words that are no label', () => {
    expect(
      mentionsIn(`<div><h3>${link(abs, 'On Folding')}</h3><p>${link(other, 'PDF')}</p></div>`),
    ).toEqual(['2411.01234 On Folding', '2303.04321 PDF'])
    expect(
      mentionsIn(`<div><p>${link(abs, '3D Folding')}</p><p>${link(abs, '3D folds')}</p></div>`),
    ).toEqual(['2411.01234 3D Folding', '2411.01234 3D folds'])
  })

  test('a picture stands for a paper only where no text of the page does', () => {
    const badge = link(abs, '<img alt="arXiv">')
    expect(mentionsIn(`<p>${badge}</p>`)).toHaveLength(1)
    expect(mentionsIn(`<p>${badge}</p><ul><li>${link(pdf, 'On Folding')}</li></ul>`)).toEqual([
      '2411.01234 On Folding',
    ])
    expect(mentionsIn(`<p>${link(abs, '')}</p>`)).toEqual([])
  })

  test('of a link around a card the mark stands behind the title', () => {
    const card = `<div><h4><span>On <em>Folding</em></span></h4><p>What it says, at length.</p></div>`
    expect(mentionsIn(`<article>${link(abs, card)}</article>`)).toEqual(['2411.01234 On Folding'])
  })

  test('the ways around the site are left out, footnotes are not', () => {
    expect(
      mentionsIn(
        `<nav>${link(abs, 'Paper')}</nav><div role="navigation">${link(abs, 'Paper')}</div><footer><p>${link(other, 'a note')}</p></footer>`,
      ),
    ).toEqual(['2303.04321 a note'])
  })

  test("the page's own paper is no mention under any of its names", () => {
    const own = ['arxiv:2411.01234', 'doi:10.5555/fold.1']
    const html = `<p>${link(abs, 'abs')} ${link('https://doi.org/10.5555/FOLD.1', 'doi')} ${link(other, 'another')}</p>`
    expect(mentionsIn(html, { own })).toEqual(['2303.04321 another'])
  })

  test('only links that lead to a paper count', () => {
    const addresses = [
      '',
      '#fn1',
      'javascript:alert(1)',
      'mailto:a@arxiv.org',
      'http://[',
      '/abs/2411.01234',
    ]
    expect(
      mentionsIn(addresses.map((href) => `<p>${link(href, 'On Folding')}</p>`).join('')),
    ).toEqual([])
    expect(mentionsIn(`<p><a>2411.01234</a></p>`)).toEqual([])
  })

  test('a page below an element is looked at, and what is outside is not', () => {
    const document = documentOf(
      `<body><p>${link(abs, 'out')}</p><main><p>${link(other, 'in')}</p></main></body>`,
    )
    const main = document.querySelector('main') ?? document
    const mentions = allMentions(mentionsByLinks(main, url, {}, new Set(), new Map()))
    expect(mentions.map(({ anchor }) => anchor.textContent)).toEqual(['in'])
  })

  test('an address is understood once, and the layout never asked for', () => {
    const known = new Map<string, PaperId | undefined>()
    const html = `<p>${link(abs, 'One')} ${link(abs, 'One')} ${link('/about', 'About')}</p>`
    mentionsIn(html, { known })
    expect([...known]).toEqual([
      [abs, 'arxiv:2411.01234'],
      ['/about', undefined],
    ])
    known.set(abs, 'arxiv:2303.04321' as PaperId)
    expect(mentionsIn(html, { known })).toEqual(['2303.04321 One'])
  })

  test('of links that lead elsewhere nothing is asked but the address', () => {
    const document = documentOf(
      `<body><p>${link('https://example.org', 'a').repeat(50)}</p></body>`,
    )
    const [first] = document.querySelectorAll('a')
    const closest = vi.spyOn(Object.getPrototypeOf(Object.getPrototypeOf(first)), 'closest')
    expect(allMentions(mentionsByLinks(document, url, {}, new Set(), new Map()))).toEqual([])
    expect(closest).not.toHaveBeenCalled()
    vi.restoreAllMocks()
  })
})

describe('on a page whose layout is known', () => {
  const layout: Layout = { row: 'li.work', title: '.name' }

  test('all links of a row are names of one work, at its title', () => {
    expect(
      mentionsIn(
        `<li class="work"><span class="name">On Folding</span> ${link('https://doi.org/10.5555/fold.1', 'DOI')} ${link(pdf, 'PDF')}</li>`,
        { layout },
      ),
    ).toEqual(['doi:10.5555/fold.1 On Folding', '2411.01234 On Folding'])
  })

  test('of each scheme the first name is taken', () => {
    expect(
      mentionsIn(
        `<li class="work"><b class="name">On Folding</b> ${link(abs, 'a')} ${link(other, 'b')}</li>`,
        {
          layout,
        },
      ),
    ).toEqual(['2411.01234 On Folding'])
  })

  test('a row without a title is marked at the link that looks most like one, or at a picture', () => {
    expect(
      mentionsIn(`<li class="work">${link(pdf, 'PDF')} ${link(abs, 'On Folding')}</li>`, {
        layout,
      }),
    ).toEqual(['2411.01234 On Folding'])
    expect(
      mentionsIn(`<li class="work">${link(pdf, '<svg></svg>')}</li>`, { layout }),
    ).toHaveLength(1)
  })

  test('the row itself can be what the mark stands behind', () => {
    expect(
      mentionsIn(`<p><cite>Oduya. ${link(abs, 'On Folding')}. 2025.</cite></p>`, {
        layout: { row: 'cite', title: 'cite' },
      }),
    ).toEqual(['2411.01234 Oduya. On Folding. 2025.'])
  })

  test("the row of the page's own paper is left out with all its names", () => {
    expect(
      mentionsIn(
        `<li class="work"><b class="name">On Folding</b> ${link(abs, 'a')} ${link('https://doi.org/10.5555/fold.1', 'b')}</li>`,
        { layout, own: ['arxiv:2411.01234'] },
      ),
    ).toEqual([])
  })

  test('links outside of the parts that are named are not looked at', () => {
    expect(
      mentionsIn(`<nav class="text">${link(abs, 'in')}</nav><p>${link(other, 'out')}</p>`, {
        layout: { within: '.text:not(.a, .b), .more' },
      }),
    ).toEqual(['2411.01234 in'])
  })

  test('a post mentions each of its papers once', () => {
    const post = `<p>${link(abs, 'One')} and ${link(other, 'two')}</p><p>${link(pdf, 'One, again')}</p>`
    expect(
      mentionsIn(`<div class="post">${post}</div><div class="post">${link(abs, 'Yes')}</div>`, {
        layout: { block: '.post' },
      }),
    ).toEqual(['2411.01234 One, again', '2303.04321 two', '2411.01234 Yes'])
  })

  test('a link can stand for another address than its own', () => {
    const addressOf = (element: Element) => element.getAttribute('data-to') ?? undefined
    expect(
      mentionsIn(`<p><a href="/out" data-to="${abs}">One</a> <a href="${other}">two</a></p>`, {
        layout: { addressOf },
      }),
    ).toEqual(['2411.01234 One'])
  })
})
