import { watchLimits } from '../papers/limits'
import type { Paper } from '../papers/paper'
import type { PaperId } from '../papers/paper-id'
import { typedPaperId } from '../papers/typed-id'
import type { Watch } from '../papers/watch'
import { parseQuery } from './parse-query'
import type { Filter, Term } from './query'
import { tokensIn, tokensOf } from './tokens'

/** Why something typed can't be watched. */
export type QuestionProblem =
  /** There is no word in it. */
  | 'empty'
  /** Only exclusions, which nearly every paper passes. */
  | 'only-excluded'
  | 'too-long'
  /** A filter for a status, a note or a day, which either no new paper passes or every one. */
  | 'not-of-papers'

/** The question of a watch, parsed once for many papers. */
export interface Question {
  readonly parts: readonly QuestionPart[]
}

/** A part of a question: words next to each other somewhere in some of the texts of a paper, or that it has code. */
type QuestionPart = { readonly isExcluded: boolean } & (
  | { readonly kind: 'code' }
  | { readonly kind: 'paper'; readonly id: PaperId }
  | {
      readonly kind: 'words'
      /** As `spaced` gives them; without the last space where the last word may go on. */
      readonly words: string
      readonly fields: readonly WatchedField[]
    }
)

/** The texts of a paper in which a watch looks: those that every list has at hand, which the abstract is not in. */
const watchedFields = ['title', 'summary', 'keyword', 'org', 'author'] as const
type WatchedField = (typeof watchedFields)[number]

export type ReadQuestion =
  | { readonly question: Question; readonly problem?: undefined }
  | { readonly question?: undefined; readonly problem: QuestionProblem }

/**
 * Reads the question of a watch, in the language of the search. `tag:x` asks for the words of the tag in
 * keywords or title, since a new paper has no tags. Unlike in a search the last word is whole. Never throws.
 */
export function readQuestion(typed: string): ReadQuestion {
  if (typed.length > watchLimits.question) return { problem: 'too-long' }
  const id = typedPaperId(typed)
  if (id !== undefined) return { question: { parts: [{ kind: 'paper', id, isExcluded: false }] } }
  // Something follows the last word: nobody is still typing it.
  const { terms, filters, problems } = parseQuery(`${typed} `)
  if (problems.length > 0) return { problem: 'not-of-papers' }
  const filtered = filters.map(partOf)
  if (filtered.includes(undefined)) return { problem: 'not-of-papers' }
  const parts = [...terms.map(termPart), ...filtered.filter((part) => part !== undefined)]
  if (parts.length === 0) return { problem: 'empty' }
  const isAsking = ({ isExcluded, kind }: QuestionPart) => !isExcluded && kind === 'words'
  return parts.some(isAsking) ? { question: { parts } } : { problem: 'only-excluded' }
}

function termPart({ words, field, isPrefix, isExcluded }: Term): QuestionPart {
  const fields = field === undefined ? watchedFields : [field]
  const wanted = spaced(words.flatMap(tokensOf))
  return { kind: 'words', words: isPrefix ? wanted.trimEnd() : wanted, fields, isExcluded }
}

function partOf(filter: Filter): QuestionPart | undefined {
  const { isExcluded } = filter
  if (filter.kind === 'has' && filter.what === 'code') return { kind: 'code', isExcluded }
  if (filter.kind !== 'tag') return undefined
  const words = tokensIn(filter.tag)
  if (words.length === 0) return undefined
  return { kind: 'words', words: spaced(words), fields: ['keyword', 'title'], isExcluded }
}

/**
 * Whether a paper is what a watch asks for. The words of a paper are found once, and only where they are asked for,
 * however many watches ask.
 */
export function matchesWatch({ parts }: Question, paper: Paper): boolean {
  return parts.every((part) => has(paper, part) !== part.isExcluded)
}

function has(paper: Paper, part: QuestionPart): boolean {
  if (part.kind === 'code') return paper.code !== undefined
  if (part.kind === 'paper') return paper.id === part.id || paper.aliases.includes(part.id)
  return part.fields.some((field) => wordsOf(paper, field).includes(part.words))
}

const known = new WeakMap<Paper, Map<WatchedField, string>>()

/** The words of a part of a paper, a line for each of its texts: what stands next to each other is found as one. */
function wordsOf(paper: Paper, field: WatchedField): string {
  const found = known.get(paper) ?? new Map<WatchedField, string>()
  const words =
    found.get(field) ??
    textsOf(paper, field)
      .map((text) => spaced(tokensIn(text)))
      .join('\n')
  known.set(paper, found.set(field, words))
  return words
}

/** ` early exit ` */
function spaced(words: readonly string[]): string {
  return ` ${words.join(' ')} `
}

function textsOf(paper: Paper, field: WatchedField): readonly string[] {
  switch (field) {
    case 'title':
      return [paper.title]
    case 'summary':
      return [paper.aiSummary ?? '']
    case 'keyword':
      return paper.keywords
    case 'org':
      return [paper.organization ?? '']
    case 'author':
      return paper.authors
  }
}

/**
 * Reads the questions once, to be asked of many papers.
 *
 * @returns says which watches a paper matches, in their order; one that is off matches nothing
 */
export function watching(watches: readonly Watch[]): (paper: Paper) => readonly Watch[] {
  const asked = watches.flatMap((watch) => {
    const { question } = watch.isEnabled ? readQuestion(watch.question) : {}
    return question === undefined ? [] : [{ watch, question }]
  })
  if (asked.length === 0) return () => none
  return (paper) => {
    const matching = asked.filter(({ question }) => matchesWatch(question, paper))
    return matching.length === 0 ? none : matching.map(({ watch }) => watch)
  }
}

const none: readonly Watch[] = []
