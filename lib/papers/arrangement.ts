import type { Entry } from './entry'
import type { Paper } from './paper'
import { type Watch, watchName } from './watch'

/** By which the papers of a list are put in order. `rank` is the order of the source. */
export const sorts = ['rank', 'votes', 'newest', 'rising', 'stars'] as const
export type Sort = (typeof sorts)[number]

/** What a paper can be asked to be. With several, it has to be all of it. */
export const listFilters = ['unseen', 'saved', 'withCode', 'watched'] as const
export type ListFilter = (typeof listFilters)[number]

/** In which order a list is shown, and what of it. */
export interface Arrangement {
  readonly sort: Sort
  readonly filters: readonly ListFilter[]
  readonly keyword?: string | undefined
  readonly organization?: string | undefined
  /** The name of a watch. */
  readonly watch?: string | undefined
}

export const plainArrangement: Arrangement = { sort: 'rank', filters: [] }

/** What of a row counts for its place. */
export interface Arrangeable {
  readonly paper: Paper
  readonly entry: Entry | undefined
  readonly isSeen: boolean
  /** Votes gained in the last day; absent where that is not known. */
  readonly gained?: number | undefined
  /** Those that the paper matches; absent where it matches none. */
  readonly watches?: readonly Watch[] | undefined
}

/** Something that several papers of a list have, and how many. */
export interface Facet {
  readonly name: string
  readonly count: number
}

export interface Facets {
  readonly keywords: readonly Facet[]
  readonly organizations: readonly Facet[]
  readonly watches: readonly Facet[]
}

export function isSort(value: unknown): value is Sort {
  return sorts.some((sort) => sort === value)
}

export function isListFilter(value: unknown): value is ListFilter {
  return listFilters.some((filter) => filter === value)
}

/** Whether anything is left out of the list. */
export function isFiltering({ filters, keyword, organization, watch }: Arrangement): boolean {
  return filters.length > 0 || [keyword, organization, watch].some((name) => name !== undefined)
}

/** The sort that comes after this one, and the first one after the last. */
export function nextSort(sort: Sort): Sort {
  return sorts[(sorts.indexOf(sort) + 1) % sorts.length] ?? 'rank'
}

/**
 * The rows that pass every filter, in the order that is asked for. Rows that are equal in it stay in the order
 * in which they came, which is that of the source; so do rows without a value for it, after all others.
 *
 * @param isKept a row that stays, though it may not pass any more
 */
export function arrangeRows<T extends Arrangeable>(
  rows: readonly T[],
  arrangement: Arrangement,
  isKept: (row: T) => boolean = () => false,
): readonly T[] {
  const passing = isFiltering(arrangement)
    ? rows.filter((row) => isKept(row) || passes(row, arrangement))
    : rows
  const compare = comparisons[arrangement.sort]
  return compare === undefined ? passing : [...passing].sort(compare)
}

/** What the papers of a list have in common, the most frequent first. */
export function facetsOf(rows: readonly Arrangeable[]): Facets {
  return {
    keywords: counted(rows.map(({ paper }) => paper.keywords)),
    organizations: counted(rows.map(({ paper }) => [paper.organization ?? ''])),
    watches: counted(rows.map(({ watches = [] }) => watches.map(watchName))),
  }
}

function passes(row: Arrangeable, { filters, keyword, organization, watch }: Arrangement): boolean {
  const { keywords, organization: own = '' } = row.paper
  const { watches = [] } = row
  return (
    filters.every((filter) => tests[filter](row)) &&
    (keyword === undefined || keywords.some((other) => isSameName(other, keyword))) &&
    (organization === undefined || isSameName(own, organization)) &&
    (watch === undefined || watches.some((one) => isSameName(watchName(one), watch)))
  )
}

const tests: Readonly<Record<ListFilter, (row: Arrangeable) => boolean>> = {
  unseen: ({ isSeen }) => !isSeen,
  saved: ({ entry }) => entry?.status !== undefined && entry.status !== 'hidden',
  withCode: ({ paper }) => paper.code !== undefined,
  watched: ({ watches = [] }) => watches.length > 0,
}

type Comparison = (one: Arrangeable, other: Arrangeable) => number

const comparisons: Readonly<Record<Sort, Comparison | undefined>> = {
  rank: undefined,
  votes: mostOf(({ paper }) => paper.votes),
  newest: (one, other) => newest(one, other, publishedOf) || newest(one, other, listedOf),
  rising: mostOf(({ gained }) => gained),
  stars: mostOf(({ paper }) => paper.code?.stars),
}

function mostOf(numberOf: (row: Arrangeable) => number | undefined): Comparison {
  // Less than any number of votes or stars, so that what is not known comes last.
  const known = (row: Arrangeable) => numberOf(row) ?? -1_000_000_000
  return (one, other) => known(other) - known(one)
}

function newest(one: Arrangeable, other: Arrangeable, dayOf: (row: Arrangeable) => string): number {
  const [day, otherDay] = [dayOf(one), dayOf(other)]
  if (day === otherDay) return 0
  return day > otherDay ? -1 : 1
}

/** A paper that was listed is at least as old as that. */
function publishedOf({ paper }: Arrangeable): string {
  return paper.publishedOn ?? paper.listed?.day ?? ''
}

function listedOf({ paper }: Arrangeable): string {
  return paper.listed?.day ?? ''
}

/** @param names of each row; a row counts once for each */
function counted(names: readonly (readonly string[])[]): Facet[] {
  const facets = new Map<string, { name: string; count: number }>()
  for (const own of names) {
    const spellings = new Map(own.map((name) => [name.toLowerCase(), name]))
    for (const [key, name] of spellings) {
      const facet = facets.get(key) ?? { name, count: 0 }
      facet.count += 1
      if (name !== '') facets.set(key, facet)
    }
  }
  return [...facets.values()].sort(
    (one, other) => other.count - one.count || one.name.localeCompare(other.name),
  )
}

function isSameName(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase()
}
