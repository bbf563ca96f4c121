import type { DogearDatabase } from '../db/database'
import { type Findable, readFindable } from '../db/findable'
import type { PaperId } from '../papers/paper-id'
import type { Filter, Query, Term } from './query'
import { wordsIn } from './words'

/** Looks through everything synced and everything saved. */
export interface Finder {
  /** @param limit how many papers to give at most */
  find(query: Query, limit: number): Promise<Found>
  /** How many of the known papers can be found by now, from 0 to 1. */
  readonly indexed: number
}

export interface Found {
  /** The best first. */
  readonly paperIds: readonly PaperId[]
  /** How many there are without the limit. */
  readonly total: number
}

export async function openFinder(db: DogearDatabase): Promise<Finder> {
  const findable = await readFindable(db)
  return {
    indexed: 1,
    async find({ terms, filters }, limit) {
      const found = findable.filter(
        (one) =>
          terms.every((term) => holds(one, term) !== term.isExcluded) &&
          filters.every((filter) => passes(one, filter) !== filter.isExcluded),
      )
      return { paperIds: found.slice(0, limit).map(({ paper }) => paper.id), total: found.length }
    },
  }
}

function holds({ paper, entry }: Findable, { words, field, isPrefix }: Term): boolean {
  const texts = {
    title: [paper.title],
    author: paper.authors,
    org: [paper.organization ?? ''],
    keyword: paper.keywords,
    other: [...(entry?.tags ?? []), entry?.note ?? '', paper.aiSummary ?? ''],
  }
  const among = field === undefined ? Object.values(texts).flat() : texts[field]
  return among.some((text) => {
    const all = wordsIn(text)
    return all.some((_, start) =>
      words.every((word, index) => {
        const other = all[start + index] ?? ''
        return isPrefix && index === words.length - 1 ? other.startsWith(word) : other === word
      }),
    )
  })
}

function passes({ paper, entry }: Findable, filter: Filter): boolean {
  const day = paper.listed?.day ?? paper.publishedOn ?? ''
  switch (filter.kind) {
    case 'tag':
      return entry?.tags.includes(filter.tag) === true
    case 'status':
      return entry?.status === filter.status
    case 'has':
      if (filter.what === 'code') return paper.code !== undefined
      return filter.what === 'note' ? entry?.note !== '' : entry?.tags.length !== 0
    case 'after':
      return day >= filter.day
    case 'before':
      return day <= filter.day
  }
}
