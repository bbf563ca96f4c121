import type { Indexable } from '../db/papers/search-index'
import type { Entry } from '../papers/entry'
import type { PaperId } from '../papers/paper-id'
import type { TermField } from './query'

/** Where a word can stand. In the index, each is one bit of a byte, in this order. */
export const fields = [
  'title',
  'author',
  'keyword',
  'org',
  'tag',
  'note',
  'summary',
  'abstract',
] as const
export type Field = (typeof fields)[number]

export function bitOf(field: Field): number {
  return 1 << fields.indexOf(field)
}

/** The bits of the fields in which a term is looked for. */
export function bitsOf(field: TermField | undefined): number {
  return field === undefined ? 0xff : bitOf(field)
}

/** The texts by which a paper is found: its own, and what the user wrote about it. */
export interface Document {
  readonly id: PaperId
  /** As a number, `20260722`: days compare like numbers too. 0 where none is known. */
  readonly day: number
  readonly hasCode: boolean
  /** The paper is no longer known: what older segments have of it does not count. */
  readonly isGone: boolean
  /** A phrase ends where one of the texts of a field ends. */
  readonly texts: Readonly<Partial<Record<Field, readonly string[]>>>
}

export function documentOf({ id, paper, abstract }: Indexable): Document {
  if (paper === undefined) return { id, day: 0, hasCode: false, isGone: true, texts: {} }
  return {
    id,
    day: dayNumber(paper.listed?.day ?? paper.publishedOn),
    hasCode: paper.code !== undefined,
    isGone: false,
    texts: {
      title: [paper.title],
      author: paper.authors,
      keyword: paper.keywords,
      org: paper.organization === undefined ? [] : [paper.organization],
      summary: paper.aiSummary === undefined ? [] : [paper.aiSummary],
      abstract: abstract === undefined ? [] : [abstract],
    },
  }
}

export function entryDocument({ paperId, tags, note }: Entry): Document {
  return { id: paperId, day: 0, hasCode: false, isGone: false, texts: { tag: tags, note: [note] } }
}

/**
 * @param day `YYYY-MM-DD`; of `YYYY` and `YYYY-MM` the first day counts
 * @returns 0 where there is none
 */
export function dayNumber(day: string | undefined): number {
  const [year = '0', month = '1', date = '1'] = day?.split('-') ?? []
  const number = Number(year) * 10_000 + Number(month) * 100 + Number(date)
  return number > 10_000 ? number : 0
}
