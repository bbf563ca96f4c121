import { plainLetters } from '../papers/plain-letters'
import type { Term, TermField } from './query'

/** A part of a text. All parts of one stand in a row, and give the text again. */
export interface MarkedPart {
  readonly text: string
  readonly isMarked: boolean
}

/** From the first character to the one after the last, in UTF-16 units. */
type Range = readonly [from: number, to: number]

/**
 * Cuts a text where the words of a search are in it. Of a word that may go on, what was typed of it is marked;
 * words next to each other are marked as one. Case and marks on letters make no difference, as in `wordsIn`.
 */
export function markWords(text: string, terms: readonly Term[]): MarkedPart[] {
  return partsOf(text, [0, text.length], hitsIn(text, terms))
}

/** The terms that a paper is found by if its text holds them, in a field or in the rest of the paper. */
export function termsFor(terms: readonly Term[], field?: TermField): Term[] {
  return terms.filter(
    (term) => !term.isExcluded && (term.field === undefined || term.field === field),
  )
}

/** How much of a text is shown before the first hit, and in all. */
const lead = 40
const length = 140

/**
 * The place in a longer text where the first hit is, cut between words.
 *
 * @returns undefined where there is none
 */
export function excerptOf(text: string, terms: readonly Term[]): MarkedPart[] | undefined {
  const hits = hitsIn(text, terms)
  const [first] = hits
  if (first === undefined) return undefined
  const from = first[0] <= lead ? 0 : afterSpace(text, first[0] - lead, first[0])
  const to = Math.max(first[1], beforeSpace(text, from + length))
  return [
    ...(from > 0 ? [{ text: '… ', isMarked: false }] : []),
    ...partsOf(text, [from, to], hits),
    ...(to < text.length ? [{ text: ' …', isMarked: false }] : []),
  ]
}

/** A text without spaces, such as a Chinese one, is cut anywhere but within a character. */
function afterSpace(text: string, from: number, to: number): number {
  const space = text.slice(from, to).search(/\s/u)
  if (space >= 0) return from + space + 1
  return isWithinCharacter(text, from) ? from + 1 : from
}

function beforeSpace(text: string, to: number): number {
  if (to >= text.length) return text.length
  const space = text.slice(0, to + 1).search(/\s\S*$/u)
  if (space > to - lead) return space
  return isWithinCharacter(text, to) ? to - 1 : to
}

function isWithinCharacter(text: string, at: number): boolean {
  return /^[\uDC00-\uDFFF]/.test(text.slice(at, at + 1))
}

/** @param hits in order, none in another */
function partsOf(text: string, [from, to]: Range, hits: readonly Range[]): MarkedPart[] {
  const parts: MarkedPart[] = []
  let at = from
  const add = (end: number, isMarked: boolean) => {
    if (end > at) parts.push({ text: text.slice(at, end), isMarked })
    at = Math.max(at, end)
  }
  for (const [start, end] of hits) {
    if (end <= from || start >= to) continue
    add(Math.min(start, to), false)
    add(Math.min(end, to), true)
  }
  add(to, false)
  return parts
}

/** Where the terms are in a text, in order and without overlap. */
function hitsIn(text: string, terms: readonly Term[]): Range[] {
  if (terms.length === 0) return []
  const folded = fold(text)
  const words = [...folded.text.matchAll(/[\p{L}\p{N}]+/gu)].map(
    ({ 0: word, index }): Word => ({ word, from: index, to: index + word.length }),
  )
  const hits = terms.flatMap((term) => hitsOf(term, words, folded.text))
  return united(hits.map(([from, to]) => [folded.startOf(from), folded.endOf(to)]))
}

/** A word of a folded text. */
interface Word {
  readonly word: string
  readonly from: number
  readonly to: number
}

function hitsOf(term: Term, words: readonly Word[], text: string): Range[] {
  const [first = '', ...others] = term.words.map(sameSigma)
  // Chinese and Japanese put no space between words: any run of their characters can be one.
  if (others.length === 0 && spaceless.test(first)) return placesOf(first, text)
  const wanted = [first, ...others]
  return words.flatMap(({ from }, index) => {
    let to = from
    for (const [step, one] of wanted.entries()) {
      const found = words[index + step]
      const isLast = step === wanted.length - 1
      if (found?.word !== one && !(isLast && term.isPrefix && found?.word.startsWith(one))) {
        return []
      }
      if (found !== undefined) to = found.from + one.length
    }
    return [[from, to] as const]
  })
}

const spaceless = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u

function placesOf(word: string, text: string): Range[] {
  const places: Range[] = []
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
    places.push([at, at + word.length])
  }
  return places
}

function united(hits: readonly Range[]): Range[] {
  const all: Range[] = []
  for (const hit of [...hits].sort(([one], [other]) => one - other)) {
    const last = all.at(-1)
    if (last === undefined || last[1] < hit[0]) all.push(hit)
    else all[all.length - 1] = [last[0], Math.max(last[1], hit[1])]
  }
  return all
}

/** A text as words are compared, and the way back into the text itself. */
interface Folded {
  readonly text: string
  /** The place of the character that became the one here. */
  startOf(at: number): number
  /** The place after the character that became the one before here, with the marks that follow it. */
  endOf(at: number): number
}

function fold(text: string): Folded {
  // The most usual case, and each character stays where it is.
  if (!/[^\x20-\x7e\s]/.test(text)) {
    return { text: text.toLowerCase(), startOf: (at) => at, endOf: (at) => at }
  }
  const starts: number[] = []
  let folded = ''
  let at = 0
  for (const character of text) {
    const own = sameSigma(plainLetters(character))
    for (let unit = 0; unit < own.length; unit += 1) starts.push(at)
    folded += own
    at += character.length
  }
  const startOf = (place: number) => starts[place] ?? text.length
  return {
    text: folded,
    startOf,
    endOf(place) {
      const last = starts[place - 1]
      const next = startOf(place)
      if (last === undefined || next > last) return next
      // One character became several, and the hit ends between them: all of it is marked.
      return last + ((text.codePointAt(last) ?? 0) > 0xffff ? 2 : 1)
    },
  }
}

/** At the end of a word, lower case has another form of this letter; letter by letter nobody knows the end. */
function sameSigma(text: string): string {
  return text.replaceAll('ς', 'σ')
}
