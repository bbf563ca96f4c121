import { currentDay, isWeekend } from './day'
import type { PeriodKind } from './list'

/*
 * What is known of a source by its id alone. Whoever shows lists needs this, and not the code that fetches them.
 */

/** `hf-daily`; `arxiv:cs.CL` for a category of arXiv. */
export type SourceId = string

export const hfDailyId: SourceId = 'hf-daily'

/** A category, or an archive with all of its categories: `cs.CL`, `cond-mat.str-el`, `hep-th`, `cs`. */
const categoryName = /^[a-z]+(?:-[a-z]+)?(?:\.[A-Za-z]+(?:-[a-z]+)?)?$/
const arxivPrefix = 'arxiv:'

export function arxivSourceId(category: string): SourceId {
  return `${arxivPrefix}${category}`
}

/** @returns undefined where the source is no category of arXiv */
export function arxivCategoryOf(id: SourceId): string | undefined {
  const category = id.startsWith(arxivPrefix) ? id.slice(arxivPrefix.length) : ''
  return categoryName.test(category) && category.length <= 30 ? category : undefined
}

export function isSourceId(value: unknown): value is SourceId {
  if (typeof value !== 'string') return false
  return value === hfDailyId || arxivCategoryOf(value) !== undefined
}

/** What kind of lists a source has. */
export interface SourceFacts {
  readonly kinds: readonly PeriodKind[]
  /** The order of a list says which paper is ahead, and the place in it is worth telling. */
  readonly isRanked: boolean
  /** Lists of past days can be asked for. Where not, there is the newest one and no other. */
  readonly hasPast: boolean
}

const voted: SourceFacts = {
  kinds: ['day', 'week', 'month', 'trending'],
  isRanked: true,
  hasPast: true,
}
const announced: SourceFacts = { kinds: ['day'], isRanked: false, hasPast: false }

export function sourceFacts(id: SourceId): SourceFacts {
  return arxivCategoryOf(id) === undefined ? voted : announced
}

/** Match patterns of hosts that are asked for only when a source that needs them is added. */
export const optionalHosts = { arxivFeeds: 'https://rss.arxiv.org/*' } as const

/** The match patterns of the hosts that a source needs besides those of the install. */
export function optionalHostsOf(id: SourceId): readonly string[] {
  return arxivCategoryOf(id) === undefined ? [] : [optionalHosts.arxivFeeds]
}

/** Why a source has no list of a day, as far as the calendar tells. */
export type ListGap = 'weekend' | 'missed' | 'to come'

/**
 * Why the list of a day is not there, where the source has only its newest: it has none on weekends, and what was
 * not fetched on its day can't be had any more.
 *
 * @param now milliseconds since the epoch
 */
export function listGap(day: string, now: number): ListGap {
  if (isWeekend(day)) return 'weekend'
  return day < currentDay(now) ? 'missed' : 'to come'
}
