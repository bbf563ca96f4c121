import { type DogearDatabase, readTogether } from '../db/database'
import { getEntries } from '../db/entries'
import { getList, latestDailyList } from '../db/lists'
import { getPapers } from '../db/papers'
import { seenAmong } from '../db/seen'
import { getSyncState, type SyncState } from '../db/sync-states'
import type { Entry } from '../papers/entry'
import { type List, listKey } from '../papers/list'
import type { Paper } from '../papers/paper'
import { type Live, useLiveQuery } from './use-live-query'

export interface DailyList {
  /** Undefined where the day has not been fetched. */
  readonly list: List | undefined
  readonly rows: readonly Row[]
  /** The newest list with papers in it on or before the day. */
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
 * A day's list with all that a row shows.
 *
 * @param day `YYYY-MM-DD`; undefined for the newest list that has papers
 * @param first what `readDailyList` found for the newest list before the page was there
 */
export function useDailyList(
  db: DogearDatabase,
  source: string,
  day: string | undefined,
  today: string,
  first: DailyList | undefined,
): Live<DailyList> {
  return useLiveQuery(
    () => readDailyList(db, source, day, today),
    [db, source, day, today],
    day === undefined ? first : undefined,
  )
}

/** Reads a day's list in one transaction and a constant number of calls, however much the database holds. */
export function readDailyList(
  db: DogearDatabase,
  source: string,
  day: string | undefined,
  today: string,
): Promise<DailyList> {
  return readTogether(db, async () => {
    const [asked, latest, sync] = await Promise.all([
      getList(db, listKey(source, { kind: 'day', day: day ?? today })),
      latestDailyList(db, source, day ?? today),
      getSyncState(db, source),
    ])
    const list = day === undefined ? latest : asked
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
    const isTodayEmpty = day === undefined && asked?.paperIds.length === 0
    return { list, rows, latest, isTodayEmpty, sync }
  })
}
