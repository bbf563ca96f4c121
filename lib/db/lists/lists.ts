import { tomorrow } from '../../papers/day'
import {
  type Announcement,
  type List,
  type ListKey,
  listKey,
  mergeRanking,
  type Period,
} from '../../papers/list'
import { newestListing } from '../../papers/merge'
import type { Paper } from '../../papers/paper'
import type { PaperId } from '../../papers/paper-id'
import { sourceFacts } from '../../papers/source'
import type { DogearDatabase } from '../database'
import { storeAbstracts } from '../papers/abstracts'
import { getPapers, mergeIntoStored, type PaperChange, putPapers } from '../papers/papers'
import { storeVotes } from '../papers/vote-histories'
import type { Readable } from '../readable'
import type { AbstractRow, ListRow } from '../rows'

export async function getList(db: Readable, key: ListKey): Promise<List | undefined> {
  return toList(await db.lists.get(key))
}

/** @returns those of the lists that are there, in one call */
export async function getLists(db: DogearDatabase, keys: readonly ListKey[]): Promise<List[]> {
  const rows = await db.lists.bulkGet([...keys])
  return rows.flatMap((row) => toList(row) ?? [])
}

/**
 * The newest list with papers in it that came on or before a day, in one look-up however many there are: a daily list,
 * or that of the latest where the source has no other.
 */
export async function latestDailyList(
  db: Readable,
  source: string,
  onOrBefore: string,
): Promise<List | undefined> {
  const row = await db.lists
    .where('[source+filledDay]')
    .between([source, ''], [source, onOrBefore], true, true)
    .last()
  return toList(row)
}

/** The lists whose newest papers came from one day to another, both included; the newest first. */
export async function dailyListsBetween(db: Readable, from: string, to: string): Promise<List[]> {
  const rows = await db.lists.where('filledDay').between(from, to, true, true).reverse().toArray()
  return rows.flatMap((row) => toList(row) ?? [])
}

/** The newest day on or before this one that has a daily list with papers in it, of whatever source. */
export async function filledDayBefore(
  db: DogearDatabase,
  onOrBefore: string,
): Promise<string | undefined> {
  return (await db.lists.where('filledDay').belowOrEqual(onOrBefore).last())?.filledDay
}

/** The first day after this one, and not after another, that has such a list. */
export async function filledDayAfter(
  db: DogearDatabase,
  day: string,
  onOrBefore: string,
): Promise<string | undefined> {
  return (await db.lists.where('filledDay').between(day, onOrBefore, false, true).first())
    ?.filledDay
}

/** @returns when a list was last had, in milliseconds since the epoch; undefined where none ever was */
export async function newestFetch(db: DogearDatabase): Promise<number | undefined> {
  return (await db.lists.orderBy('fetchedAt').last())?.fetchedAt
}

/**
 * Takes back the days of a source's lists that are later than the day after they were fetched: such a list would be the
 * newest for ever. Its papers stay. The time of fetching decides, since a clock that is a year behind says nothing about
 * what was stored before.
 *
 * @param now milliseconds since the epoch
 */
export async function forgetLaterDays(
  db: DogearDatabase,
  source: string,
  now: number,
): Promise<void> {
  await db.transaction('rw', db.lists, async () => {
    const later = await db.lists
      .where('[source+filledDay]')
      .between([source, tomorrow(now)], [source, '\uffff'], false)
      .toArray()
    for (const { filledDay = '', ...list } of later) {
      const last = tomorrow(list.fetchedAt)
      if (filledDay <= last) continue
      if (list.days === undefined) await db.lists.put(list)
      else await db.lists.put(withDays(list, last, list.days))
    }
  })
}

function withDays(list: List, last: string, before: NonNullable<List['days']>): ListRow {
  const days = Object.fromEntries(Object.entries(before).filter(([, day]) => day <= last))
  const filledDay = filledDayOf({ ...list, days })
  return { ...list, days, ...(filledDay !== undefined && { filledDay }) }
}

interface ReadItem {
  readonly paper: Paper
  /** Empty where there is none. */
  readonly abstract: string
  readonly announced?: Announcement
  /** The day on which it came into a daily list, `YYYY-MM-DD`, where that is known. */
  readonly listedOn?: string
}

export interface FetchedList {
  readonly source: string
  readonly period: Period
  /** In rank order. */
  readonly items: readonly ReadItem[]
  /** How many items could not be read. */
  readonly skipped: number
  /** Equal for two replies of which the same was read; where it is absent, nothing is known to be equal. */
  readonly hash?: string | undefined
  /** Milliseconds since the epoch. */
  readonly now: number
}

/** So many papers does a list of the latest hold. */
export const mostLatest = 100

/**
 * Stores what a source answered, all of it or nothing. Storing the same answer again writes nothing but the time
 * of it. What a list once held stays in it, and no entry is touched.
 *
 * @returns the papers that were not in this list before, how many it now has, and the newest day of which it has some
 */
export function storeList(
  db: DogearDatabase,
  { source, period, items, skipped, hash, now }: FetchedList,
): Promise<{ added: PaperId[]; total: number; filledDay: string | undefined }> {
  const tables = [
    db.lists,
    db.listStates,
    db.papers,
    db.abstracts,
    db.joins,
    db.voteHistories,
    db.unindexed,
  ]
  return db.transaction('rw', tables, async () => {
    const key = listKey(source, period)
    const [stored, state] = await Promise.all([db.lists.get(key), db.listStates.get(key)])
    await db.listStates.put({
      key,
      touchedAt: now,
      lastSuccessAt: now,
      ...(hash !== undefined && { hash }),
      failures: 0,
    })
    if (stored !== undefined && hash !== undefined && hash === state?.hash) {
      await db.lists.update(key, { fetchedAt: now })
      return { added: [], total: stored.paperIds.length, filledDay: stored.filledDay }
    }
    const before = stored?.paperIds ?? []
    const known = new Set(before)
    const { ids, changes } = await mergeIntoStored(
      db,
      items.map(({ paper }) => paper),
    )
    // What the reply says nothing of is as old as the reply that did.
    const counted = new Set(ids.filter((_, index) => items[index]?.paper.votes !== undefined))
    const voted = [...changes.values()].flatMap(({ after }) => (counted.has(after.id) ? after : []))
    await storeVotes(db, voted, now, (id) => (known.has(id) ? stored?.fetchedAt : undefined))
    const ranking = rankingAfter(period, before, ids)
    const { isRanked } = sourceFacts(source)
    if (period.kind === 'day' && isRanked)
      await placeInDay(db, changes, ranking, source, period.day)
    await putPapers(db, changes.values())
    await storeAbstracts(db, abstractsOf(items, ids))
    const announced = announcedAfter(stored?.announced, items, ids)
    const days = period.kind === 'latest' && daysAfter(ranking, stored?.days, items, ids)
    const filledDay = filledDayOf({ period, paperIds: ranking, ...(days && { days }) })
    await db.lists.put({
      key,
      source,
      period,
      paperIds: ranking,
      ...(Object.keys(announced).length > 0 && { announced }),
      ...(days && { days }),
      skipped,
      fetchedAt: now,
      ...(filledDay !== undefined && { filledDay }),
    })
    const added = [...new Set(ids)].filter((id) => !known.has(id))
    return { added, total: ranking.length, filledDay }
  })
}

/** A day, a week and a month only ever grow; what trends is another set of papers each time; the latest are so many. */
function rankingAfter(
  period: Period,
  before: readonly PaperId[],
  reply: readonly PaperId[],
): readonly PaperId[] {
  const ranking = mergeRanking(period.kind === 'trending' && reply.length > 0 ? [] : before, reply)
  return period.kind === 'latest' ? ranking.slice(0, mostLatest) : ranking
}

/** The day on which each paper of a list of the latest came, as far as it is told. */
function daysAfter(
  ranking: readonly PaperId[],
  before: List['days'],
  items: readonly ReadItem[],
  ids: readonly PaperId[],
): NonNullable<List['days']> {
  const told = ids.map((id, index) => [id, items[index]?.listedOn] as const)
  const days = new Map([...Object.entries(before ?? {}), ...told])
  return Object.fromEntries(
    ranking.flatMap((id) => {
      const day = days.get(id)
      return day === undefined ? [] : [[id, day] as const]
    }),
  )
}

/** The newest day of which there are papers in a list; undefined where it is of weeks, or empty. */
export function filledDayOf({
  period,
  paperIds,
  days = {},
}: Pick<List, 'period' | 'paperIds' | 'days'>): string | undefined {
  if (period.kind === 'day') return paperIds.length > 0 ? period.day : undefined
  return Object.values(days).sort().at(-1)
}

/** The newer word counts; of what it leaves out the older one does. */
function announcedAfter(
  before: List['announced'],
  items: readonly ReadItem[],
  ids: readonly PaperId[],
): NonNullable<List['announced']> {
  const announced = { ...before }
  for (const [index, { announced: how }] of items.entries()) {
    const id = ids[index]
    if (id === undefined) continue
    if (how === undefined) delete announced[id]
    else announced[id] = how
  }
  return announced
}

/** Tells each paper of a day's list its rank, also those that this reply left out. */
async function placeInDay(
  db: DogearDatabase,
  changes: Map<PaperId, PaperChange>,
  ranking: readonly PaperId[],
  source: string,
  day: string,
): Promise<void> {
  const leftOut = ranking.filter((id) => !changes.has(id))
  for (const paper of leftOut.length > 0 ? await getPapers(db, leftOut) : []) {
    if (paper !== undefined) changes.set(paper.id, { before: paper, after: paper })
  }
  for (const [index, id] of ranking.entries()) {
    const change = changes.get(id)
    if (change === undefined) continue
    const { before, after } = change
    const listed = newestListing(after.listed, { source, day, rank: index + 1 })
    changes.set(id, { before, after: { ...after, listed } })
  }
}

function abstractsOf(items: readonly ReadItem[], ids: readonly PaperId[]): AbstractRow[] {
  return items.flatMap(({ abstract }, index) => {
    const id = ids[index]
    return id === undefined ? [] : [{ id, text: abstract }]
  })
}

function toList(row: ListRow | undefined): List | undefined {
  if (row === undefined) return undefined
  const { filledDay: _filledDay, ...list } = row
  return list
}
