import type { Paper } from '../papers/paper'
import { paperIdAddress } from '../papers/paper-id'
import { bibtexAuthors } from './bibtex-authors'
import { bibtexKey, bibtexKeys } from './bibtex-key'
import { type EntryKind, entryKind } from './entry-kind'
import { latexText } from './latex-text'
import { venueOf } from './venue'

/**
 * A paper as an entry of BibTeX, in the spelling that BibTeX, biber, pybtex, bibutils, Pandoc, Typst and the readers of
 * Citation.js and Zotero all read alike. `docs/decisions/0030-bibtex.md` has what each of them needs.
 */
export function toBibtex(paper: Paper): string {
  return entryText(paper, bibtexKey(paper))
}

/** Papers as a file of BibTeX: an entry each, in their order, with an empty line between them. */
export function toBibtexFile(papers: readonly Paper[]): string {
  const keys = bibtexKeys(papers)
  return papers.map((paper, index) => entryText(paper, keys[index] ?? '')).join('\n')
}

function entryText(paper: Paper, key: string): string {
  const names = [paper.id, ...paper.aliases]
  const nameIn = (scheme: string) =>
    names.find((name) => name.startsWith(`${scheme}:`))?.slice(scheme.length + 1)
  const eprint = nameIn('arxiv')
  const kind = entryKind(paper)
  // What came out elsewhere is not what the preprint's own DOI names.
  const ownDoi = kind === 'misc' && eprint !== undefined ? `10.48550/arXiv.${eprint}` : undefined
  const doi = nameIn('doi') ?? ownDoi
  const year = paper.publishedOn?.slice(0, 4)
  const fields: readonly (readonly [string, string | undefined])[] = [
    // Two pairs of braces keep the case everywhere but with Better BibTeX, which needs the third.
    ['title', `{{${latexText(paper.title)}}}`],
    ['author', bibtexAuthors(paper.authors) || undefined],
    [venueFields[kind], venueText(paper, eprint)],
    // A year that is no number stops Typst.
    ['year', /^\d{4}$/.test(year ?? '') ? year : undefined],
    ['eprint', eprint],
    ['archivePrefix', eprint === undefined ? undefined : 'arXiv'],
    ['doi', doi?.replace(/[{}\\$]/g, encodeURIComponent)],
    // Styles print it besides the DOI, and some leave out the year for it.
    ['url', doi === undefined ? paperIdAddress(paper.id) : undefined],
  ]
  const lines = fields.flatMap(([name, value]) =>
    value === undefined ? [] : [`  ${name} = {${value}}`],
  )
  return `@${kind}{${key},\n${lines.join(',\n')}\n}\n`
}

/** What a venue is called in each kind of entry. */
const venueFields: Readonly<Record<EntryKind, string>> = {
  misc: 'howpublished',
  article: 'journal',
  inproceedings: 'booktitle',
  incollection: 'booktitle',
}

/** A preprint's number stands where every style prints it; few print an eprint. */
function venueText(paper: Paper, eprint: string | undefined): string | undefined {
  const venue = venueOf(paper)
  if (venue !== undefined) return latexText(venue)
  return eprint === undefined ? undefined : `arXiv:${eprint}`
}
