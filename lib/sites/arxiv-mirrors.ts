import { arxivPaperId, type PaperId } from '../papers/paper-id'
import { pathOf, textAfter } from './address'
import type { Site } from './site'

/** Sites that show or look up papers by arXiv id, and what stands before the id in their paths. */
const prefixes: Readonly<Record<string, readonly string[]>> = {
  'ar5iv.labs.arxiv.org': ['/html/', '/abs/', '/pdf/'],
  'ar5iv.org': ['/html/', '/abs/', '/pdf/'],
  'www.ar5iv.org': ['/html/', '/abs/', '/pdf/'],
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
  matches: [],
  hosts: [...Object.keys(prefixes), ...alphaXiv, 'scholar.google.com'],
  identify(url): PaperId | undefined {
    if (alphaXiv.has(url.host)) return idOnAlphaXiv(pathOf(url))
    const text =
      url.host === 'scholar.google.com'
        ? lookedUpOnScholar(url)
        : textAfter(pathOf(url), prefixes[url.host] ?? [])
    return text === undefined ? undefined : arxivPaperId(text)
  },
}

/** `/overview/2401.12345`, `/audio/2401.12345`: many kinds of page, at times below a language, `/fr/overview/…`. */
function idOnAlphaXiv(path: string): PaperId | undefined {
  const [, , ...segments] = path.split('/')
  return arxivPaperId(segments.join('/')) ?? arxivPaperId(segments.slice(1).join('/'))
}

function lookedUpOnScholar(url: URL): string | undefined {
  if (url.pathname !== '/scholar_lookup') return undefined
  return url.searchParams.get('arxiv_id') ?? undefined
}
