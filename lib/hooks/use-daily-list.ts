import { useRef } from 'preact/hooks'
import { type DogearDatabase, readTogether } from '../db/database'
import { type FirstFrameSettings, getFirstFrameSettings } from '../db/first-frame-settings'
import { getList, latestDailyList } from '../db/lists'
import { type NewsList, readNews } from '../db/news'
import { getPapers } from '../db/papers'
import { seenAmong } from '../db/seen'
import { getEntries } from '../db/stored-entries'
import { getSyncState, type SyncState, stateForList } from '../db/sync-states'
import { getVoteHistories } from '../db/vote-histories'
import { getWatches } from '../db/watches'
import type { Entry } from '../papers/entry'
import { type List, type ListKey, listKey, type View, type ViewKind } from '../papers/list'
import type { Paper } from '../papers/paper'
import type { PaperId } from '../papers/paper-id'
import { periodOf } from '../papers/period'
import { votesGained } from '../papers/vote-history'
import type { Watch } from '../papers/watch'
import { watching } from '../search/watch-question'
import { type Live, useLiveQuery } from './use-live-query'

/** Which list is wanted. */
export interface Asked {
  readonly kind: ViewKind
  /** A day of the period, `YYYY-MM-DD`; undefined for the newest: of daily lists the newest one that has papers. */
  readonly day?: string
}

/** A list of the daily papers: of a day, a week or a month, what is trending, or what is new. */
export interface DailyList {
  readonly period: View
  /** Undefined where the period has not been fetched. */
  readonly list: ShownList | undefined
  readonly rows: readonly Row[]
  /** The newest daily list with papers in it on or before the day that was asked for. */
  readonly latest: List | undefined
  /** The source has answered for today, and had no papers yet. */
  readonly isTodayEmpty: boolean
  readonly sync: SyncState | undefined
  readonly settings: FirstFrameSettings
  readonly watches: readonly Watch[]
}

/** What is to be known of the list that is shown. */
export type ShownList = Pick<List, 'key' | 'paperIds' | 'skipped' | 'fetchedAt'>

export interface Row {
  readonly paper: Paper
  /** The daily list that it stands in, where the rows are from several; `YYYY-MM-DD`. */
  readonly day?: string
  readonly rank: number
  readonly entry: Entry | undefined
  readonly isSeen: boolean
  /** Votes gained in the last day, below zero where votes were taken back; absent where that is not looked for. */
  readonly gained?: number
  /** Those that the paper matches; absent where it matches none. */
  readonly watches?: readonly Watch[]
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
 * @param openedAt when the list was opened, in milliseconds since the epoch: what is seen from then on is still new
 * @param first what `readDailyList` found before the page was there
 * @param onScreen what is on the screen when the list is read anew
 */
export function useDailyList(
  db: DogearDatabase,
  source: string,
  asked: Asked | undefined,
  today: string,
  openedAt: number,
  first: DailyList | undefined,
  onScreen: { readonly current: OnScreen | undefined },
): Live<DailyList> {
  const live = useLiveQuery(
    () => readDailyList(db, source, asked, today, openedAt, onScreen.current),
    [db, source, asked?.kind, asked?.day, today, openedAt],
    first,
  )
  const last = useRef({ live, kind: asked?.kind, day: asked?.day })
  const isSame = last.current.kind === asked?.kind && last.current.day === asked?.day
  // A new day alone takes nothing off the screen while it is being read.
  if (live.state === 'loading' && isSame) return last.current.live
  last.current = { live, kind: asked?.kind, day: asked?.day }
  return live
}

/**
 * Reads a list in one transaction and a constant number of calls, however much the database holds.
 *
 * @param asked undefined for the newest list of the kind that the user chose last
 * @param openedAt as in `useDailyList`
 * @param onScreen rows that come after those of the list where it is the same list and no longer has them
 */
export function readDailyList(
  db: DogearDatabase,
  source: string,
  asked: Asked | undefined,
  today: string,
  openedAt: number,
  onScreen?: OnScreen,
): Promise<DailyList> {
  return readTogether(db, async () => {
    const day = asked?.day
    const [settings, watches, daily, latest, state] = await Promise.all([
      getFirstFrameSettings(db),
      getWatches(db),
      getList(db, listKey(source, periodOf('day', day ?? today))),
      latestDailyList(db, source, day ?? today),
      getSyncState(db, source),
    ])
    const kind = asked?.kind ?? settings.period
    const isNewestDay = kind === 'day' && day === undefined
    const isTodayEmpty = isNewestDay && daily?.paperIds.length === 0
    const wanted = periodOf(kind === 'new' ? 'day' : kind, day ?? today)
    const sync = await stateForList(db, state, listKey(source, wanted))
    const about = { latest, isTodayEmpty, sync, settings, watches }
    if (kind === 'new') {
      const { since, lists } = await readNews(db, openedAt, openedAt)
      const places = lists.flatMap(placesIn)
      const paperIds = places.map(({ id }) => id)
      return {
        ...about,
        period: { kind, since },
        list: latest && { ...latest, key: `${source}/new`, paperIds, skipped: 0 },
        rows: await readRows(db, places, watches, openedAt),
      }
    }
    const period = (isNewestDay ? latest?.period : undefined) ?? wanted
    const list = isNewestDay
      ? latest
      : kind === 'day'
        ? daily
        : await getList(db, listKey(source, period))
    const places = list?.paperIds.map((id, index) => ({ id, rank: index + 1 })) ?? []
    const staying = onScreen?.key === list?.key ? (onScreen?.rows ?? []) : []
    const rows = await readRows(db, withStaying(places, staying), watches, openedAt)
    return { ...about, period, list, rows }
  })
}

interface Place {
  readonly id: PaperId
  readonly rank: number
  readonly day?: string
}

function placesIn({ day, papers }: NewsList): Place[] {
  return papers.map((paper) => ({ ...paper, day }))
}

/** Where the list no longer has a paper, its row keeps the rank that it had. */
function withStaying(places: readonly Place[], staying: readonly Row[]): Place[] {
  const listed = new Set(places.map(({ id }) => id))
  const gone = staying.filter(({ paper }) => !listed.has(paper.id))
  return [...places, ...gone.map(({ paper, rank }) => ({ id: paper.id, rank }))]
}

async function readRows(
  db: DogearDatabase,
  places: readonly Place[],
  watches: readonly Watch[],
  now: number,
): Promise<Row[]> {
  const matching = watching(watches)
  const ids = places.map(({ id }) => id)
  const [papers, entries, seen, voteHistories] = await Promise.all([
    getPapers(db, ids),
    getEntries(db, ids),
    seenAmong(db, ids),
    getVoteHistories(db, ids),
  ])
  return places.flatMap(({ id, ...place }, index) => {
    const paper = papers[index]
    return paper === undefined
      ? []
      : {
          paper,
          ...place,
          entry: entries.get(id),
          isSeen: seen.has(id),
          gained: votesGained(voteHistories.get(id) ?? [], now),
          ...withWatches(matching(paper)),
        }
  })
}

/** Of a row: the watches that its paper matches. */
export function withWatches(watches: readonly Watch[]): Pick<Row, 'watches'> {
  return watches.length === 0 ? {} : { watches }
}
