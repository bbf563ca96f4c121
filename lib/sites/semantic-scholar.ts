import { aclPaperId, arxivPaperId, doiPaperId, type PaperId, paperIdOf } from '../papers/paper-id'
import { inLowerCase, paperIdIn, pathOf, textAfter } from './address'
import type { Site } from './site'

/** `/paper/Title-of-the-paper/{hash}`, `/paper/{hash}/figure/1`, `/reader/{hash}`. */
const page = /^\/(?:paper|reader)\/(?:.*\/)?([\da-f]{40})(?:\/.*)?$/i

/** The names that the service takes for a paper besides its own: https://api.semanticscholar.org/api-docs */
const named = new Map<string, (name: string) => PaperId | undefined>([
  ['acl', aclPaperId],
  ['arxiv', arxivPaperId],
  ['corpusid', (name) => paperIdOf('s2corpus', name)],
  ['doi', doiPaperId],
  ['pmcid', (name) => paperIdOf('pmcid', `PMC${name.replace(/^PMC/i, '')}`)],
  ['pmid', (name) => paperIdOf('pmid', name)],
])

export const semanticScholar: Site = {
  id: 'semantic-scholar',
  hosts: ['www.semanticscholar.org', 'semanticscholar.org', 'api.semanticscholar.org'],
  screen: {
    title: 'h1[data-test-id="paper-detail-title"]',
    sameWork: 'a.doi__link, .alternate-sources__dropdown-wrapper a',
  },
  identify(url) {
    const path = pathOf(url)
    if (url.host === 'api.semanticscholar.org') return idInApi(path)
    return (
      paperIdIn(path, 's2', page, inLowerCase) ?? arxivPaperId(textAfter(path, ['/arxiv/']) ?? '')
    )
  },
  // Results, citations and references; the paper's own links are outside of rows (known as of 2025, not captured).
  layout: { within: '.cl-paper-row', row: '.cl-paper-row' },
}

/** `/arXiv:2401.12345`, `/CorpusID:12345`, `/graph/v1/paper/DOI:10.1000/182`, `/graph/v1/paper/{hash}`. */
function idInApi(path: string): PaperId | undefined {
  const [, scheme, name = ''] = /^\/(?:(?:graph\/)?v1\/paper\/)?(?:(\w+):)?(.+)$/is.exec(path) ?? []
  if (scheme === undefined) return paperIdIn(name, 's2', /^([\da-f]{40})(?:\/.*)?$/i, inLowerCase)
  return named.get(scheme.toLowerCase())?.(name)
}
