import { seenAmong } from '../db/entries/seen'
import { entriesByName, entriesOfPapers } from '../db/entries/stored-entries'
import { getWatches } from '../db/entries/watches'
import { getList, latestDailyList } from '../db/lists/lists'
import { getPapers } from '../db/papers/papers'
import { getVoteHistories } from '../db/papers/vote-histories'
import type { Readable } from '../db/readable'
import { type FirstFrameSettings, getFirstFrameSettings } from '../db/settings/first-frame-settings'
import { getSyncState, type SyncState, stateForList } from '../db/states/sync-states'
import { isWeekend } from '../papers/day'
import {
  type Announcement,
  type List,
  type ListKey,
  listKey,
  type View,
  type ViewKind,
} from '../papers/list'
import type { PaperId } from '../papers/paper-id'
import { periodOf } from '../papers/period'
import { askedSource, type SourceId, sourceFacts } from '../papers/source'
import { votesGained } from '../papers/vote-history'
import type { Watch } from '../papers/watch'
import { watching } from '../search/watch-question'
import type { Row } from './row'
import { readUnseenLists, type UnseenList } from './unseen-lists'

/*
 * The popup's list and how it is read. No Dexie and no Preact here: the first frame reads it while they are
 * loaded.
 */

/** Which list is wanted. */
export interface Asked {
  /** Undefined for the one that was shown last. */
  readonly source?: SourceId | undefined
  /** Undefined for what was chosen last. */
  readonly kind?: ViewKind | undefined
  /** A day of the period, `YYYY-MM-DD`; undefined for the newest: of daily lists the newest one that has papers. */
  readonly day?: string | undefined
}

/** A list of a source: of a day, a week or a month, what is trending, or what is new. */
export interface DailyList {
  readonly source: SourceId
  readonly period: View
  /** Undefined where the period has not been fetched. */
  readonly list: ShownList | undefined
  readonly rows: readonly DailyRow[]
  /** The newest daily list with papers in it on or before the day that was asked for. */
  readonly latest: List | undefined
  /** How many papers are in it for a new version only, whether they are among the rows or not. */
  readonly replacements: number
  /** The source has answered for today, and had no papers yet, or the calendar says that it has none. */
  readonly isTodayEmpty: boolean
  readonly sync: SyncState | undefined
  readonly settings: FirstFrameSettings
  readonly watches: readonly Watch[]
}

/** Facts about the list that is shown. */
export type ShownList = Pick<List, 'key' | 'paperIds' | 'skipped' | 'fetchedAt'>

export interface DailyRow extends Row {
  readonly rank: number
  readonly isSeen: boolean
  /** Of the list that it stands in, where the rows are from several. */
  readonly source?: SourceId
  /** The daily list that it stands in, where the rows are from several; `YYYY-MM-DD`. */
  readonly day?: string
}

/** Rows of a list that are on the screen. They stay where another reply no longer has their papers. */
export interface OnScreen {
  readonly key: ListKey | undefined
  readonly rows: readonly DailyRow[]
}

/**
 * Reads a list in a constant number of calls, however much the database holds. To be called in a transaction.
 *
 * @param asked undefined for the newest list of the source and the kind that the user chose last
 * @param openedAt as in `useDailyList`
 * @param onScreen rows that come after those of the list where it is the same list and no longer has them
 */
export async function readDailyList(
  db: Readable,
  asked: Asked | undefined,
  today: string,
  openedAt: number,
  onScreen?: OnScreen,
): Promise<DailyList> {
  const day = asked?.day
  // Settings first, because they name the source; the rest in one batch.
  const settings = await getFirstFrameSettings(db)
  const source = asked?.source ?? settings.shownSource
  const { kinds, hasPast } = sourceFacts(source)
  const [watches, daily, latest, state] = await Promise.all([
    getWatches(db),
    getList(db, listKey(source, periodOf('day', day ?? today))),
    latestDailyList(db, source, day ?? today),
    getSyncState(db, askedSource(source)),
  ])
  const chosen = asked?.kind ?? settings.period
  const kind = chosen === 'new' || kinds.includes(chosen) ? chosen : kinds[0]
  const isNewestDay = kind === 'day' && day === undefined
  const isEmpty = daily?.paperIds.length === 0 || (!hasPast && isWeekend(today))
  const isTodayEmpty = isNewestDay && isEmpty
  const wanted = periodOf(kind === 'new' ? kinds[0] : kind, day ?? today)
  const sync = await stateForList(db, state, listKey(source, wanted))
  const about = { source, latest, isTodayEmpty, sync, settings, watches }
  if (kind === 'new') {
    const { since, lists } = await readUnseenLists(db, openedAt, openedAt, settings.sources)
    const places = lists.flatMap(placesIn)
    const paperIds = places.map(({ id }) => id)
    return {
      ...about,
      period: { kind, since },
      list: latest && { ...latest, key: `${source}/new`, paperIds, skipped: 0 },
      replacements: 0,
      rows: await readRows(db, places, watches, openedAt),
    }
  }
  const period = (isNewestDay ? latest?.period : undefined) ?? wanted
  const list = isNewestDay
    ? latest
    : kind === 'day'
      ? daily
      : await getList(db, listKey(source, period))
  const staying = onScreen?.key === list?.key ? (onScreen?.rows ?? []) : []
  const places = withStaying(list === undefined ? [] : placesOf(list), staying)
  const isShown = ({ announced }: Place) =>
    settings.showsReplacements || announced !== 'replacement'
  const rows = await readRows(db, places.filter(isShown), watches, openedAt)
  return { ...about, period, list, rows, replacements: countReplacements(list) }
}

interface Place {
  readonly id: PaperId
  readonly rank: number
  readonly announced?: Announcement
  readonly source?: SourceId
  readonly day?: string
}

function placesOf({ paperIds, announced = {}, days = {} }: List): Place[] {
  return paperIds.map((id, index) => {
    const how = announced[id]
    const day = days[id]
    return {
      id,
      rank: index + 1,
      ...(how !== undefined && { announced: how }),
      ...(day !== undefined && { day }),
    }
  })
}

function placesIn({ source, day, papers }: UnseenList): Place[] {
  return papers.map((paper) => ({ ...paper, source, day }))
}

function countReplacements(list: List | undefined): number {
  return Object.values(list?.announced ?? {}).filter((how) => how === 'replacement').length
}

/** Where the list no longer has a paper, its row keeps the rank that it had. */
function withStaying(places: readonly Place[], staying: readonly DailyRow[]): Place[] {
  const listed = new Set(places.map(({ id }) => id))
  const gone = staying.filter(({ paper }) => !listed.has(paper.id))
  return [
    ...places,
    ...gone.map(({ paper, rank, announced, day }) => ({
      id: paper.id,
      rank,
      ...(announced !== undefined && { announced }),
      ...(day !== undefined && { day }),
    })),
  ]
}

async function readRows(
  db: Readable,
  places: readonly Place[],
  watches: readonly Watch[],
  now: number,
): Promise<DailyRow[]> {
  const matching = watching(watches)
  const ids = places.map(({ id }) => id)
  const [papers, underIds, seen, voteHistories] = await Promise.all([
    getPapers(db, ids),
    entriesByName(db, ids),
    seenAmong(db, ids),
    getVoteHistories(db, ids),
  ])
  const entries = await entriesOfPapers(
    db,
    papers.flatMap((paper) => paper ?? []),
    underIds,
  )
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
