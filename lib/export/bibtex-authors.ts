import { parseAuthorName } from '../papers/author-name'
import { latexText } from './latex-text'

/**
 * Authors as a field of BibTeX. The family name comes first: BibTeX itself would take `Mei-ling Lane` apart at the
 * hyphen, and the small letters of `weijia xu` for a particle. A group is one name in braces.
 */
export function bibtexAuthors(names: readonly string[]): string {
  return names.map(bibtexAuthor).join(' and ')
}

function bibtexAuthor(name: string): string {
  const parts = parseAuthorName(name)
  if (parts.kind === 'group') return `{${latexText(name)}}`
  const { given, particle, family, suffix } = parts
  // Nothing to tell apart, and BibTeX would look for more in it.
  if (given === '' && (particle === '' || suffix !== '')) return `{${latexText(name)}}`
  const last = [latexText(particle), familyText(family)].filter((part) => part !== '').join(' ')
  return [last, latexText(suffix), givenText(given)].filter((part) => part !== '').join(', ')
}

/**
 * In braces where something in it begins with a small letter, which would be a particle to BibTeX and biber: to BibTeX
 * also between hyphens, as in `Lane-du-Moor`.
 */
function familyText(family: string): string {
  const text = latexText(family)
  return /(?:^|\s)\p{Ll}|-\p{Ll}.*-/u.test(family) || isSplitting(family) ? `{${text}}` : text
}

function givenText(given: string): string {
  const text = latexText(given)
  return isSplitting(given) ? `{${text}}` : text
}

/** What BibTeX takes for the border between two names or between parts of one. */
function isSplitting(text: string): boolean {
  return /,|\band\b|\s-/i.test(text)
}
