import type { HubPaper } from './papers'

/** Where an invented paper came out after it was a preprint. */
export interface Publication {
  readonly doi: string
  readonly type: 'journal-article' | 'proceedings-article'
  readonly venue: string
}

/** The prefix that is kept for examples: no DOI below it is anybody's. */
const prefix = '10.5555/standin.'

/** Every third of the invented papers has come out somewhere. */
export function publicationOf({ id }: HubPaper): Publication | undefined {
  const number = Number(id.slice(-5))
  if (number % 3 !== 0) return undefined
  const doi = `${prefix}${id}`
  return number % 2 === 0
    ? { doi, type: 'journal-article', venue: 'Journal of Invented Systems & Results' }
    : { doi, type: 'proceedings-article', venue: 'Proceedings of the Conference on Stand-Ins' }
}

/** The arXiv id of the paper that could have this DOI; undefined for one that is none of ours. */
export function arxivIdOf(doi: string): string | undefined {
  return doi.startsWith(prefix) ? doi.slice(prefix.length) : undefined
}
