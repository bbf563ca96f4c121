import { html } from './html'
import type { HubPaper } from './papers'
import { arxivIdOf, type Publication, publicationOf } from './publications'
import { jsonReply, type Reply } from './reply'
import type { Shelf } from './shelf'

/**
 * Answers an address of `https://api.crossref.org/`: the record of a DOI
 * (https://api.crossref.org/swagger-ui/index.html). Titles, names and abstracts are markup there.
 */
export function answerCrossref(url: URL, shelf: Shelf): Reply {
  const [, encoded = ''] = /^\/works\/(.+)$/.exec(url.pathname) ?? []
  const paper = shelf.find(arxivIdOf(decodeURIComponent(encoded).toLowerCase()) ?? '')?.paper
  const publication = paper && publicationOf(paper)
  if (paper === undefined || publication === undefined) return unknown
  const message = recordOf(paper, publication)
  return jsonReply({ status: 'ok', 'message-type': 'work', 'message-version': '1.0.0', message })
}

const unknown: Reply = {
  status: 404,
  headers: { 'content-type': 'text/plain;charset=utf-8' },
  body: 'Resource not found.',
}

function recordOf(paper: HubPaper, { doi, type, venue }: Publication) {
  const date = { 'date-parts': [paper.publishedAt.slice(0, 10).split('-').map(Number)] }
  return {
    publisher: 'Stand-In Press',
    DOI: doi.toUpperCase(),
    type,
    title: [escaped(paper.title)],
    subtitle: [],
    author: paper.authors.map(({ name }, index) => ({
      ...partsOf(name),
      sequence: index === 0 ? 'first' : 'additional',
      affiliation: [],
    })),
    abstract: `<jats:title>Abstract</jats:title><jats:p>${escaped(paper.summary)}</jats:p>`,
    published: date,
    issued: date,
    'container-title': [escaped(venue)],
    relation: {
      'has-preprint': [{ 'id-type': 'arxiv', id: paper.id, 'asserted-by': 'subject' }],
    },
    URL: `https://doi.org/${doi}`,
  }
}

function partsOf(name: string) {
  const [given, ...family] = name.split(' ')
  return family.length === 0 ? { name } : { given, family: family.join(' ') }
}

function escaped(text: string): string {
  return html`${text}`.text
}
