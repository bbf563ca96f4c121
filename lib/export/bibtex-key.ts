import { parseAuthorName } from '../papers/author-name'
import type { Paper } from '../papers/paper'
import type { PaperId } from '../papers/paper-id'
import { plainLetters } from '../papers/plain-letters'

/** How much of the paper's id is in its key. */
const tailLength = 5

/**
 * `lane2026kilobyte01234`: the first author's family name, the year, the first long word of the title, and the end of
 * the paper's id. It depends on nothing but the paper, so that a manuscript's citations hold however often and with
 * whatever else the paper is exported. Letters and digits of ASCII alone: other signs can't be cited everywhere.
 */
export function bibtexKey(paper: Paper): string {
  const { id, authors, publishedOn, title } = paper
  const author = authors[0] === undefined ? 'anonymous' : authorWord(authors[0])
  const words = title.split(/\s+/).map(keyLetters)
  const word = words.find((one) => one.length > 3) ?? keyLetters(title)
  return `${author}${publishedOn?.slice(0, 4) ?? ''}${word}${idTail(id)}`
}

/**
 * The keys of papers that stand in one file, no two of them equal, whatever the case of their letters. Where two are,
 * each of them has the whole id at its end.
 */
export function bibtexKeys(papers: readonly Paper[]): string[] {
  const keys = papers.map(bibtexKey)
  const counts = new Map<string, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  const taken = new Set<string>()
  return papers.map(({ id }, index) => {
    const own = keys[index] ?? ''
    let key = counts.get(own) === 1 ? own : own + keyLetters(id)
    // Ids can differ in signs alone, and a file can hold a paper twice.
    while (taken.has(key)) key += 'x'
    taken.add(key)
    return key
  })
}

/** A key begins with a letter, also where the name has none of ASCII. */
function authorWord(name: string): string {
  const parts = parseAuthorName(name)
  const word = keyLetters(parts.kind === 'person' ? parts.family : groupWord(parts.name))
  return /^[a-z]/.test(word) ? word : `paper${word}`
}

/** The first word that tells the group from others. */
function groupWord(name: string): string {
  const words = name.split(/\s+/)
  return words.find((word) => !/^(?:the|team|ai|at|of|for)$/i.test(word)) ?? name
}

/** Of a longer id its end, which tells papers apart: the number of arXiv, of a DOI. */
function idTail(id: PaperId): string {
  return keyLetters(id.slice(id.indexOf(':') + 1)).slice(-tailLength) || keyLetters(id)
}

function keyLetters(text: string): string {
  return plainLetters(text).replace(/[^a-z0-9]/g, '')
}
