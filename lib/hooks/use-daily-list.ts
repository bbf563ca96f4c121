import { getChosenPeriod } from '../db/chosen-period'
import { type DogearDatabase, readTogether } from '../db/database'
import { getEntries } from '../db/entries'
import { getList, latestDailyList } from '../db/lists'
import { getPapers } from '../db/papers'
import { seenAmong } from '../db/seen'
import { getSyncState, type SyncState, stateForList } from '../db/sync-states'
import type { Entry } from '../papers/entry'
import { type List, listKey, type Period, type PeriodKind } from '../papers/list'
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
}

export interface Row {
  readonly paper: Paper
  readonly rank: number
  readonly entry: Entry | undefined
  readonly isSeen: boolean
}

/**
 * A list with all that a row shows.
 *
 * @param asked undefined for what the user chose last
 * @param first what `readDailyList` found before the page was there
 */
export function useDailyList(
  db: DogearDatabase,
  source: string,
  asked: Asked | undefined,
  today: string,
  first: DailyList | undefined,
): Live<DailyList> {
  return useLiveQuery(
    () => readDailyList(db, source, asked, today),
    [db, source, asked?.kind, asked?.day, today],
    first,
  )
}

/**
 * Reads a list in one transaction and a constant number of calls, however much the database holds.
 *
 * @param asked undefined for the newest list of the kind that the user chose last
 */
export function readDailyList(
  db: DogearDatabase,
  source: string,
  asked: Asked | undefined,
  today: string,
): Promise<DailyList> {
  return readTogether(db, async () => {
    const day = asked?.day
    const [kind, daily, latest, state] = await Promise.all([
      asked?.kind ?? getChosenPeriod(db),
      getList(db, listKey(source, periodOf('day', day ?? today))),
      latestDailyList(db, source, day ?? today),
      getSyncState(db, source),
    ])
    const isNewestDay = kind === 'day' && day === undefined
    const period = (isNewestDay ? latest?.period : undefined) ?? periodOf(kind, day ?? today)
    const list = isNewestDay
      ? latest
      : kind === 'day'
        ? daily
        : await getList(db, listKey(source, period))
    const wanted = isNewestDay ? periodOf('day', today) : period
    const sync = await stateForList(db, state, listKey(source, wanted))
    const paperIds = list?.paperIds ?? []
    const [papers, entries, seen] = await Promise.all([
      getPapers(db, paperIds),
      getEntries(db, paperIds),
      seenAmong(db, paperIds),
    ])
    const rows = papers.flatMap((paper, index) =>
      paper === undefined
        ? []
        : {
            paper,
            rank: index + 1,
            entry: entries.get(paper.id),
            isSeen: seen.has(paper.id),
          },
    )
    const isTodayEmpty = isNewestDay && daily?.paperIds.length === 0
    return { period, list, rows, latest, isTodayEmpty, sync }
  })
}
