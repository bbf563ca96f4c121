import { arxivPaperId, type PaperId } from '../papers/paper-id'
import { pathOf, textAfter } from './address'
import type { Site } from './site'

/** Sites that show or look up papers by arXiv id, and what stands before the id in their paths. */
const prefixes: Readonly<Record<string, readonly string[]>> = {
  'alphaxiv.org': ['/abs/', '/pdf/', '/overview/'],
  'www.alphaxiv.org': ['/abs/', '/pdf/', '/overview/'],
  'api.semanticscholar.org': ['/arxiv:'],
  'www.semanticscholar.org': ['/arxiv/'],
  'ar5iv.labs.arxiv.org': ['/html/', '/abs/', '/pdf/'],
  'ar5iv.org': ['/html/', '/abs/', '/pdf/'],
  'arxiv-vanity.com': ['/papers/'],
  'www.arxiv-vanity.com': ['/papers/'],
  'inspirehep.net': ['/api/arxiv/'],
  'scirate.com': ['/arxiv/'],
  'ui.adsabs.harvard.edu': ['/abs/arxiv:'],
  'www.connectedpapers.com': ['/api/redirect/arxiv/'],
}

export const arxivMirrors: Site = {
  id: 'arxiv-mirrors',
  matches: [],
  hosts: [...Object.keys(prefixes), 'scholar.google.com'],
  identify(url): PaperId | undefined {
    const text =
      url.host === 'scholar.google.com'
        ? lookedUpOnScholar(url)
        : textAfter(pathOf(url), prefixes[url.host] ?? [])
    return text === undefined ? undefined : arxivPaperId(text)
  },
}

function lookedUpOnScholar(url: URL): string | undefined {
  if (url.pathname !== '/scholar_lookup') return undefined
  return url.searchParams.get('arxiv_id') ?? undefined
}
