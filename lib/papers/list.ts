import type { PaperId } from './paper-id'

/**
 * A day is `YYYY-MM-DD`, a week an ISO week `YYYY-Www`, a month `YYYY-MM`. What is trending and what is latest are one
 * list each, of no date.
 */
export type Period =
  | { readonly kind: 'day'; readonly day: string }
  | { readonly kind: 'week'; readonly week: string }
  | { readonly kind: 'month'; readonly month: string }
  | { readonly kind: 'trending' | 'latest' }

export type PeriodKind = Period['kind']

/** What the popup can show: a list, or what is new in all daily lists since the day on which the user last looked. */
export type View = Period | { readonly kind: 'new'; readonly since: string | undefined }

export const viewKinds = ['new', 'day', 'week', 'month', 'trending', 'latest'] as const
export type ViewKind = (typeof viewKinds)[number]

export function isViewKind(value: unknown): value is ViewKind {
  return viewKinds.some((kind) => kind === value)
}

/** `hf-daily/day/2026-07-22`, `hf-daily/trending`: one list of one source for one period. */
export type ListKey = `${string}/${string}`

/** How a paper came into a list otherwise than as new: from another category, or in a new version. */
export type Announcement = 'cross-list' | 'replacement'

/** A ranked set of papers of one source for one period. */
export interface List {
  readonly key: ListKey
  readonly source: string
  readonly period: Period
  /** In rank order, each once. */
  readonly paperIds: readonly PaperId[]
  /** How papers came into it that are not new in it, by their id. */
  readonly announced?: Readonly<Record<PaperId, Announcement>>
  /** The days on which its papers came, by their id, `YYYY-MM-DD`: of a list that is of no date. */
  readonly days?: Readonly<Record<PaperId, string>>
  /** Items of the last reply that could not be read. */
  readonly skipped: number
  /** When the last good reply came, in milliseconds since the epoch. */
  readonly fetchedAt: number
}

export function listKey(source: string, period: Period): ListKey {
  switch (period.kind) {
    case 'day':
      return `${source}/day/${period.day}`
    case 'week':
      return `${source}/week/${period.week}`
    case 'month':
      return `${source}/month/${period.month}`
    default:
      return `${source}/${period.kind}`
  }
}

/** What a list has of one day. */
export interface DayOfList extends List {
  readonly day: string
}

/** A list by the days on which its papers came: a daily list has one, one of no date those that are told. */
export function daysOf(list: List): DayOfList[] {
  const { period, paperIds, days = {} } = list
  if (period.kind === 'day') return [{ ...list, day: period.day }]
  return [...new Set(Object.values(days))].map((day) => ({
    ...list,
    day,
    paperIds: paperIds.filter((id) => days[id] === day),
  }))
}

/**
 * The papers of a list after another reply for the same period: the new order first, then the ones
 * that the new reply left out, in their old order. Nothing that was listed is taken away.
 */
export function mergeRanking(
  before: readonly PaperId[],
  reply: readonly PaperId[],
): readonly PaperId[] {
  return [...new Set([...reply, ...before])]
}
