import { currentDay, isWeekend } from './day'
import type { PeriodKind } from './list'

/*
 * What is known of a source by its id alone. Whoever shows lists needs this, and not the code that fetches them.
 */

/** `hf-daily`; `arxiv:cs.CL` for a category of arXiv; `hf-submitter:ada`, `hf-org:lakeside` for who is on Hugging Face. */
export type SourceId = string

export const hfDailyId: SourceId = 'hf-daily'

/**
 * All ids that there can be. Of arXiv a category, or an archive with all of its categories: `cs.CL`,
 * `cond-mat.str-el`, `hep-th`, `cs`. Of Hugging Face a name of letters, digits, and signs between them.
 */
const sourceId =
  /^(?:hf-daily|arxiv:(?=.{1,30}$)([a-z]+(?:-[a-z]+)?(?:\.[A-Za-z]+(?:-[a-z]+)?)?)|hf-(submitter|org):([A-Za-z\d](?:[\w.-]{0,94}[A-Za-z\d])?))$/

export function arxivSourceId(category: string): SourceId {
  return `arxiv:${category}`
}

/** @returns undefined where the source is no category of arXiv */
export function arxivCategoryOf(id: SourceId): string | undefined {
  return sourceId.exec(id)?.[1]
}

/** Whose papers on Hugging Face are a list: those that a member submitted, or those of an organisation. */
export interface HubAccount {
  readonly kind: 'submitter' | 'org'
  /** As in the address of its page. */
  readonly name: string
}

export function hubSourceId({ kind, name }: HubAccount): SourceId {
  return `hf-${kind}:${name}`
}

/** @returns undefined where the source is neither a member nor an organisation of Hugging Face */
export function hubAccountOf(id: SourceId): HubAccount | undefined {
  const [, , kind, name] = sourceId.exec(id) ?? []
  return name === undefined ? undefined : { kind: kind as HubAccount['kind'], name }
}

export function isSourceId(value: unknown): value is SourceId {
  return typeof value === 'string' && sourceId.test(value)
}

/** What kind of lists a source has. */
export interface SourceFacts {
  /** What is shown at first comes first. */
  readonly kinds: readonly [PeriodKind, ...PeriodKind[]]
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
const followed: SourceFacts = { kinds: ['latest'], isRanked: false, hasPast: false }

export function sourceFacts(id: SourceId): SourceFacts {
  if (arxivCategoryOf(id) !== undefined) return announced
  return hubAccountOf(id) === undefined ? voted : followed
}

/**
 * The source that is asked for the papers of this one: itself, but for an organisation, whose list is made out of the
 * daily lists.
 */
export function askedSource(id: SourceId): SourceId {
  return hubAccountOf(id)?.kind === 'org' ? hfDailyId : id
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
