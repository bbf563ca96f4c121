import { type Entry, isSameTag } from '../../../lib/papers/entry'
import type { Paper } from '../../../lib/papers/paper'
import { dayNumber } from '../../../lib/search/document'
import type { Filter, Query, Term } from '../../../lib/search/query'
import { tokensIn, tokensOf } from '../../../lib/search/tokens'

/** Everything about a paper in which something can be found. */
export interface Known {
  readonly paper: Paper
  readonly abstract: string
  readonly entry: Entry | undefined
}

/** Whether a query finds a paper, by looking through all of its texts: what the index is measured against. */
export function isFound(known: Known, { terms, filters }: Query): boolean {
  return (
    terms.every((term) => holds(known, term) !== term.isExcluded) &&
    filters.every((filter) => passes(known, filter) !== filter.isExcluded)
  )
}

function holds({ paper, abstract, entry }: Known, { words, field, isPrefix }: Term): boolean {
  const texts = {
    title: [paper.title],
    author: paper.authors,
    org: [paper.organization ?? ''],
    keyword: paper.keywords,
    other: [...(entry?.tags ?? []), entry?.note ?? '', paper.aiSummary ?? '', abstract],
  }
  const among = field === undefined ? Object.values(texts).flat() : texts[field]
  const wanted = words.flatMap(tokensOf)
  return among.some((text) => {
    const all = tokensIn(text)
    return all.some((_, start) =>
      wanted.every((token, index) => {
        const other = all[start + index] ?? ''
        return isPrefix && index === wanted.length - 1 ? other.startsWith(token) : other === token
      }),
    )
  })
}

function passes({ paper, entry }: Known, filter: Filter): boolean {
  const day = dayNumber(paper.listed?.day ?? paper.publishedOn)
  switch (filter.kind) {
    case 'tag':
      return entry?.tags.some((tag) => isSameTag(tag, filter.tag)) ?? false
    case 'status':
      return entry?.status === filter.status
    case 'has':
      if (filter.what === 'code') return paper.code !== undefined
      return filter.what === 'note' ? (entry?.note ?? '') !== '' : (entry?.tags ?? []).length > 0
    case 'after':
      return day !== 0 && day >= dayNumber(filter.day)
    case 'before':
      return day !== 0 && day <= dayNumber(filter.day)
  }
}
