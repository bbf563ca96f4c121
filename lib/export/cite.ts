import type { CitationFormat } from '../papers/citation-format'
import type { Paper } from '../papers/paper'
import { paperIdAddress } from '../papers/paper-id'
import { toBibtex } from './bibtex'
import { markdownLink } from './markdown-text'
import { venueOf } from './venue'

/** A paper as text to paste. */
export function cite(paper: Paper, format: CitationFormat): string {
  switch (format) {
    case 'bibtex':
      return toBibtex(paper)
    case 'markdown':
      return markdownLink(paper.title, paperIdAddress(paper.id))
    case 'plain':
      return plainCitation(paper)
  }
}

/** How many authors a plain citation names before "et al." */
const mostNamed = 6

/** "P. Lane and R. Moor. Kilobyte Caches. Journal of Caches. 2026. https://arxiv.org/abs/2611.01234" */
function plainCitation(paper: Paper): string {
  const { id, title, authors, publishedOn } = paper
  const parts = [peopleText(authors), title, venueOf(paper) ?? '', publishedOn?.slice(0, 4) ?? '']
  const sentences = parts.filter((part) => part !== '').map((part) => `${part.replace(/\.$/, '')}.`)
  return [...sentences, paperIdAddress(id)].join(' ')
}

function peopleText(authors: readonly string[]): string {
  if (authors.length > mostNamed) return `${authors[0]} et al`
  const last = authors.at(-1) ?? ''
  return authors.length < 2 ? last : `${authors.slice(0, -1).join(', ')} and ${last}`
}
