import type { Paper } from '../papers/paper'
import { paperIdAddress } from '../papers/paper-id'
import { venueOf } from './venue'

/**
 * A paper as an entry of BibTeX, in Unicode, as every current BibTeX, Biber and reference manager reads it.
 * The fields of preprints: https://info.arxiv.org/help/hypertex/bibstyles/index.html
 */
export function toBibtex(paper: Paper): string {
  const names = [paper.id, ...paper.aliases]
  const nameIn = (scheme: string) =>
    names.find((name) => name.startsWith(`${scheme}:`))?.slice(scheme.length + 1)
  const eprint = nameIn('arxiv')
  const venue = venueOf(paper)
  const kind = kindOf(venue)
  const fields: readonly (readonly [string, string | undefined])[] = [
    ['title', `{${escapeText(paper.title)}}`],
    ['author', paper.authors.map(authorText).join(' and ') || undefined],
    [venueFields[kind], venue && escapeText(venue)],
    ['year', paper.publishedOn?.slice(0, 4)],
    ['eprint', eprint],
    ['archivePrefix', eprint === undefined ? undefined : 'arXiv'],
    ['doi', nameIn('doi')],
    ['url', paperIdAddress(paper.id)],
  ]
  const lines = fields.flatMap(([name, value]) =>
    value === undefined ? [] : [`  ${name} = {${value}}`],
  )
  return `@${kind}{${keyOf(paper)},\n${lines.join(',\n')}\n}\n`
}

/** What a venue is called in each kind of entry; in the first there is none. */
const venueFields = {
  misc: 'howpublished',
  article: 'journal',
  inproceedings: 'booktitle',
} as const

function kindOf(venue: string | undefined): keyof typeof venueFields {
  if (venue === undefined) return 'misc'
  const isMeeting = /proceedings|conference|workshop|symposium/i.test(venue)
  return isMeeting ? 'inproceedings' : 'article'
}

/** `lane2026kilobyte`: the first author's last name, the year, the first long word of the title. */
function keyOf({ authors, publishedOn, title }: Paper): string {
  const author = authors[0]?.split(' ').at(-1) ?? 'anonymous'
  const word = plainWord(title.split(/\s+/).find((part) => plainWord(part).length > 3) ?? title)
  return `${plainWord(author)}${publishedOn?.slice(0, 4) ?? ''}${word}` || 'paper'
}

/** What is allowed in a key everywhere: letters without marks, and digits. */
function plainWord(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[^a-z0-9]/gi, '')
    .toLowerCase()
}

/** A name with "and" in it, and that of a collaboration, is one name only in braces. */
function authorText(name: string): string {
  const escaped = escapeText(name)
  return /\sand\s|,/i.test(name) || !name.includes(' ') ? `{${escaped}}` : escaped
}

const special: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
}

/** Formulas between dollars stay as they are; all else is text, also where TeX would take it for a command. */
function escapeText(text: string): string {
  return text
    .split(/(\$[^$]+\$)/)
    .map((part, index) => {
      if (index % 2 === 1 && isKept(part)) return part
      return part.replace(/[\\~^]/g, (sign) => special[sign] ?? sign).replace(escapable, '\\$&')
    })
    .join('')
}

/** Braces are escaped too, but for those that the commands above have just got. */
const escapable = /[&%$#_]|\{(?!\})|(?<!\{)\}/g

/** BibTeX counts every brace of a formula, and TeX only those that are not escaped. */
function isKept(formula: string): boolean {
  return hasBalancedBraces(formula) && hasBalancedBraces(formula.replace(/\\[{}\\]/g, ''))
}

function hasBalancedBraces(formula: string): boolean {
  let depth = 0
  for (const sign of formula) {
    if (sign === '{') depth += 1
    if (sign === '}') depth -= 1
    if (depth < 0) return false
  }
  return depth === 0
}
