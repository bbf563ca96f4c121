import { type DogearDatabase, readTogether } from '../db/database'
import { getEntries } from '../db/entries'
import { type FirstFrameSettings, getFirstFrameSettings } from '../db/first-frame-settings'
import { getList, latestDailyList } from '../db/lists'
import { getPapers } from '../db/papers'
import { seenAmong } from '../db/seen'
import { getSyncState, type SyncState } from '../db/sync-states'
import type { Entry } from '../papers/entry'
import { type List, type ListKey, listKey, type Period, type PeriodKind } from '../papers/list'
import type { Paper } from '../papers/paper'
import { periodOf } from '../papers/period'
import { type Live, useLiveQuery } from './use-live-query'

/** Which list is wanted. */
export interface Asked {
  readonly kind: PeriodKind
  /** A day of the period, `YYYY-MM-DD`; undefined for the newest: of daily lists the newest one that has papers. */
  readonly day?: string
}

/** A list of the daily papers: of a day, a week or a month, or what is trending. */
export interface DailyList {
  readonly period: Period
  /** Undefined where the period has not been fetched. */
  readonly list: List | undefined
  readonly rows: readonly Row[]
  /** The newest daily list with papers in it on or before the day that was asked for. */
  readonly latest: List | undefined
  /** The source has answered for today, and had no papers yet. */
  readonly isTodayEmpty: boolean
  readonly sync: SyncState | undefined
  readonly settings: FirstFrameSettings
}

export interface Row {
  readonly paper: Paper
  readonly rank: number
  readonly entry: Entry | undefined
  readonly isSeen: boolean
  /** Votes gained in the last day; absent where that is not known. */
  readonly gained?: number | undefined
}

/** Rows of a list that are on the screen. They stay where another reply no longer has their papers. */
export interface OnScreen {
  readonly key: ListKey | undefined
  readonly rows: readonly Row[]
}

/**
 * A list with all that a row shows.
 *
 * @param asked undefined for what the user chose last
 * @param first what `readDailyList` found before the page was there
 * @param onScreen what is on the screen when the list is read anew
 */
export function useDailyList(
  db: DogearDatabase,
  source: string,
  asked: Asked | undefined,
  today: string,
  first: DailyList | undefined,
  onScreen: { readonly current: OnScreen | undefined },
): Live<DailyList> {
  return useLiveQuery(
    () => readDailyList(db, source, asked, today, onScreen.current),
    [db, source, asked?.kind, asked?.day, today],
    first,
  )
}

/**
 * Reads a list in one transaction and a constant number of calls, however much the database holds.
 *
 * @param asked undefined for the newest list of the kind that the user chose last
 * @param onScreen rows that come after those of the list where it is the same list and no longer has them
 */
export function readDailyList(
  db: DogearDatabase,
  source: string,
  asked: Asked | undefined,
  today: string,
  onScreen?: OnScreen,
): Promise<DailyList> {
  return readTogether(db, async () => {
    const day = asked?.day
    const [settings, daily, latest, sync] = await Promise.all([
      getFirstFrameSettings(db),
      getList(db, listKey(source, periodOf('day', day ?? today))),
      latestDailyList(db, source, day ?? today),
      getSyncState(db, source),
    ])
    const kind = asked?.kind ?? settings.period
    const isNewestDay = kind === 'day' && day === undefined
    const period = (isNewestDay ? latest?.period : undefined) ?? periodOf(kind, day ?? today)
    const list = isNewestDay
      ? latest
      : kind === 'day'
        ? daily
        : await getList(db, listKey(source, period))
    const listedIds = list?.paperIds ?? []
    const ranks = new Map(listedIds.map((paperId, index) => [paperId, index + 1]))
    const staying = onScreen?.key === list?.key ? (onScreen?.rows ?? []) : []
    // Where the list no longer has a paper, its row keeps the rank that it had.
    for (const { paper, rank } of staying) if (!ranks.has(paper.id)) ranks.set(paper.id, rank)
    const paperIds = [...ranks.keys()]
    const [papers, entries, seen] = await Promise.all([
      getPapers(db, paperIds),
      getEntries(db, paperIds),
      seenAmong(db, paperIds),
    ])
    const rows = papers.flatMap((paper) =>
      paper === undefined
        ? []
        : {
            paper,
            rank: ranks.get(paper.id) ?? 0,
            entry: entries.get(paper.id),
            isSeen: seen.has(paper.id),
          },
    )
    const isTodayEmpty = isNewestDay && daily?.paperIds.length === 0
    return { period, list, rows, latest, isTodayEmpty, sync, settings }
  })
}
