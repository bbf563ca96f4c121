import { isDay } from '../papers/day'
import { normalizeTag, type Status, statuses } from '../papers/entry'
import type { Filter, Query, Term, TermField } from './query'
import { wordsIn } from './words'

export interface ParsedQuery extends Query {
  /** Filters whose value can't be read. They are left out of the search. */
  readonly problems: readonly Problem[]
  /** What was typed without filters, as another search can take it. */
  readonly plain: string
  /** The filters as they were typed, such as `-tag:read`. */
  readonly typedFilters: readonly string[]
}

export interface Problem {
  readonly filter: 'status' | 'has' | 'after' | 'before'
  /** As typed; may be empty. */
  readonly value: string
}

/** Names of the statuses on the screen, besides the English ones. */
export type StatusNames = Partial<Readonly<Record<Status, string>>>

/**
 * A sign, a name with a colon, and a value. Only the value is required. A value in quotes may lack the closing
 * one while it is being typed. Chinese keyboards give a wide colon and a wide minus.
 */
const tokenPattern = /([-−－]?)(?:([a-z]+)[:：])?(?:["“”„]([^"“”„]*)(["“”„]?)|(\S*))/iuy

/** A piece of what was typed. */
interface Token {
  readonly isExcluded: boolean
  /** `tag` of `tag:x`, in lower case. */
  readonly name: string | undefined
  readonly value: string
  /** All of it but the sign. */
  readonly text: string
  /** Whether it is the last token, which may still grow. */
  readonly isOpen: boolean
}

/**
 * What the user has typed, as a query: words, "words next to each other", `-without`, and filters such as
 * `tag:x`. Anything that is no filter is searched as words. A word with a star behind it is a prefix. So is the
 * last word while it is being typed, unless it has a minus: otherwise each letter would remove other papers.
 * Never throws.
 */
export function parseQuery(typed: string, statusNames: StatusNames = {}): ParsedQuery {
  const terms: Term[] = []
  const filters: Filter[] = []
  const problems: Problem[] = []
  const plain: string[] = []
  const typedFilters: string[] = []
  for (const token of tokensOf(typed)) {
    const read = readToken(token, statusNames)
    if (read.filter !== undefined) {
      filters.push(read.filter)
      typedFilters.push(`${token.isExcluded ? '-' : ''}${token.text.trim()}`)
    }
    if (read.problem !== undefined) problems.push(read.problem)
    if (read.term === undefined) continue
    terms.push(read.term)
    const isPlain = !token.isExcluded && read.term.field === undefined
    if (isPlain) plain.push((token.name === undefined ? token.value : token.text).trim())
  }
  return { terms, filters, problems, plain: plain.join(' '), typedFilters, typed }
}

function* tokensOf(typed: string): Generator<Token> {
  let at = nextAt(typed, 0)
  while (at < typed.length) {
    tokenPattern.lastIndex = at
    const [text = '', sign = '', name, quoted, closing, bare = ''] = tokenPattern.exec(typed) ?? []
    // The pattern takes one character at least where there is one. This is for those who change it.
    if (text === '') return
    const value = quoted ?? bare
    const end = at + text.length
    yield {
      isExcluded: sign !== '',
      name: name?.toLowerCase(),
      value,
      text: text.slice(sign.length),
      isOpen: end === typed.length && (closing ?? '') === '' && !/\s$/u.test(value),
    }
    at = nextAt(typed, end)
  }
}

/** Where the next piece begins. */
function nextAt(typed: string, from: number): number {
  return from + (/^\s*/u.exec(typed.slice(from))?.[0].length ?? 0)
}

interface Read {
  readonly term?: Term | undefined
  readonly filter?: Filter
  readonly problem?: Problem
}

function readToken(token: Token, statusNames: StatusNames): Read {
  const { name, value, isExcluded } = token
  switch (name) {
    case 'title':
    case 'author':
    case 'org':
    case 'keyword':
      return { term: termOf(token, value, name) }
    case 'tag': {
      const tag = normalizeTag(value)
      return tag === '' ? {} : { filter: { kind: 'tag', tag, isExcluded } }
    }
    case 'status': {
      const status = statusOf(value, statusNames)
      if (status === undefined) return { problem: { filter: name, value } }
      return { filter: { kind: 'status', status, isExcluded } }
    }
    case 'has': {
      const what = whats[value.toLowerCase()]
      if (what === undefined) return { problem: { filter: name, value } }
      return { filter: { kind: 'has', what, isExcluded } }
    }
    case 'after':
    case 'before': {
      const day = dayOf(token, name)
      if (day === undefined) return { problem: { filter: name, value } }
      return { filter: { kind: name, day, isExcluded } }
    }
    default:
      return { term: termOf(token, name === undefined ? value : token.text, undefined) }
  }
}

/** A* is an algorithm, and not everything with an A. */
const starred = /[\p{L}\p{N}]{2}\*\s*$/u

function termOf(
  { isOpen, isExcluded }: Token,
  text: string,
  field: TermField | undefined,
): Term | undefined {
  const words = wordsIn(text)
  if (words.length === 0) return undefined
  const isPrefix = (isOpen && !isExcluded) || starred.test(text)
  return { words, ...(field !== undefined && { field }), isPrefix, isExcluded }
}

const whats: Readonly<Record<string, 'code' | 'note' | 'tags' | undefined>> = Object.assign(
  Object.create(null),
  { code: 'code', note: 'note', notes: 'note', tag: 'tags', tags: 'tags' },
)

function statusOf(value: string, names: StatusNames): Status | undefined {
  const isNamed = (name: string | undefined) =>
    name !== undefined && folded(name) !== '' && folded(name) === folded(value)
  return statuses.find((status) => isNamed(status) || isNamed(names[status]))
}

function folded(text: string): string {
  return wordsIn(text).join(' ')
}

/** The first day of a year or a month to search after, its last day to search before. */
function dayOf({ value, isOpen }: Token, end: 'after' | 'before'): string | undefined {
  // On the way from a year to a month, what is there already counts.
  const date = isOpen ? value.replace(/(?<=^\d{4}(?:-\d{2})?)-\d?$/u, '') : value
  const [, year, month, day] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/u.exec(date) ?? []
  if (year === undefined) return undefined
  const first = `${year}-${month ?? '01'}-${day ?? '01'}`
  if (!isDay(first)) return undefined
  if (end === 'after' || day !== undefined) return first
  return month === undefined ? `${year}-12-31` : lastDayOf(year, month)
}

function lastDayOf(year: string, month: string): string {
  const days = ['31', '30', '29', '28'].map((day) => `${year}-${month}-${day}`)
  return days.find(isDay) ?? `${year}-${month}-28`
}
