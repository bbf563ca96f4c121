import { arxivPaperId, type PaperId } from '../papers/paper-id'
import { pathOf, textAfter } from './address'
import type { Site } from './site'

/** Sites that show or look up papers by arXiv id, and what stands before the id in their paths. */
const prefixes: Readonly<Record<string, readonly string[]>> = {
  'arxiv-vanity.com': ['/papers/'],
  'www.arxiv-vanity.com': ['/papers/'],
  'papers.cool': ['/arxiv/'],
  'scirate.com': ['/arxiv/'],
  'www.scirate.com': ['/arxiv/'],
  'talk2arxiv.org': ['/abs/', '/pdf/'],
  'www.talk2arxiv.org': ['/abs/', '/pdf/'],
  'www.connectedpapers.com': ['/api/redirect/arxiv/'],
  'www.emergentmind.com': ['/papers/'],
}

const alphaXiv = new Set(['alphaxiv.org', 'www.alphaxiv.org'])

export const arxivMirrors: Site = {
  id: 'arxiv-mirrors',
  hosts: [...Object.keys(prefixes), ...alphaXiv],
  identify(url): PaperId | undefined {
    if (alphaXiv.has(url.host)) return idOnAlphaXiv(pathOf(url))
    const text = textAfter(pathOf(url), prefixes[url.host] ?? [])
    return text === undefined ? undefined : arxivPaperId(text)
  },
  screen: { title: 'h1', authors: 'ul.authors a, p.authors a.author' },
  // The lists of SciRate and of Cool Papers (known as of 2025, not captured).
  layout: { row: 'li.paper, .panel.paper .title', title: '.title-link, li.paper .title a' },
}

/** `/overview/2401.12345`, `/audio/2401.12345`: many kinds of page, at times below a language, `/fr/overview/…`. */
function idOnAlphaXiv(path: string): PaperId | undefined {
  const [, , ...segments] = path.split('/')
  return arxivPaperId(segments.join('/')) ?? arxivPaperId(segments.slice(1).join('/'))
}
