import { lastSeenBefore, seenTimes } from '../db/entries/seen'
import { getEntries } from '../db/entries/stored-entries'
import { dailyListsBetween } from '../db/lists/lists'
import type { Readable } from '../db/readable'
import { getSyncStates } from '../db/states/sync-states'
import { addDays, currentDay, recentDays, tomorrow } from '../papers/day'
import { type DayOfList, daysOf } from '../papers/list'
import type { PaperId } from '../papers/paper-id'
import type { SourceId } from '../papers/source'

/** How many days before today are always looked at. After a long absence they are at most `recentDays`. */
const leastDays = 7

/** The papers that the user has not passed yet, from the daily lists since the last look. */
export interface UnseenLists {
  /** The last day before today on which the user looked, `YYYY-MM-DD`; undefined where there is none. */
  readonly since: string | undefined
  /** The newest list first. */
  readonly lists: readonly UnseenList[]
}

export interface UnseenList {
  readonly source: string
  /** `YYYY-MM-DD` */
  readonly day: string
  /** When it was last fetched, in milliseconds since the epoch. */
  readonly fetchedAt: number
  /** In rank order. A paper that is in several lists is in the first of them only. */
  readonly papers: readonly UnseenPaper[]
}

export interface UnseenPaper {
  readonly id: PaperId
  /** Its place in the whole list, from 1. */
  readonly rank: number
}

/**
 * The papers that the user has neither been shown nor hidden, out of the daily lists of the last week, or since
 * they last looked where that is longer ago, but not of more than a month. A second look on the same day does
 * not end the papers of the first. Lists from before the first sync of their source do not count, nor does a
 * new version of an old paper. Read in a constant number of calls.
 *
 * @param now milliseconds since the epoch
 * @param openedAt what was shown or hidden since then is still there: the list is being read
 * @param sources whose lists count; all where none are given
 */
export async function readUnseenLists(
  db: Readable,
  now: number,
  openedAt = Number.POSITIVE_INFINITY,
  sources?: readonly SourceId[],
): Promise<UnseenLists> {
  const today = currentDay(now)
  const lookedAt = await lastSeenBefore(db, Date.parse(today))
  const since = lookedAt === undefined ? undefined : currentDay(lookedAt)
  const first = firstDay(today, since)
  // A list of the latest is found by its newest day: one paper of tomorrow must not hide the others.
  const listed = await dailyListsBetween(db, first, tomorrow(now))
  const lists = listed
    .filter(({ source }) => sources?.includes(source) ?? true)
    .flatMap(daysOf)
    .filter(({ day }) => day >= first && day <= today)
    .sort(newestFirst)
  const states = await getSyncStates(
    db,
    lists.map(({ source }) => source),
  )
  const ids = [...new Set(lists.flatMap(({ paperIds }) => paperIds))]
  const [seen, entries] = await Promise.all([seenTimes(db, ids), getEntries(db, ids)])

  function isNew(id: PaperId): boolean {
    const entry = entries.get(id)
    const hiddenAt = entry?.status === 'hidden' ? (entry.statusAt ?? 0) : undefined
    return [seen.get(id), hiddenAt].every((time) => time === undefined || time >= openedAt)
  }

  const taken = new Set<PaperId>()
  const news = lists.flatMap(({ source, day, paperIds, announced, fetchedAt }): UnseenList[] => {
    if (day < (states.get(source)?.countFrom ?? '')) return []
    const papers = paperIds.flatMap((id, index) => {
      if (taken.has(id) || announced?.[id] === 'replacement' || !isNew(id)) return []
      taken.add(id)
      return [{ id, rank: index + 1 }]
    })
    return papers.length === 0 ? [] : [{ source, day, fetchedAt, papers }]
  })
  return { since, lists: news }
}

/** Of a day, the daily lists before those that have papers out of them. */
function newestFirst(one: DayOfList, other: DayOfList): number {
  return other.day.localeCompare(one.day) || one.period.kind.localeCompare(other.period.kind)
}

function firstDay(today: string, since = today): string {
  const least = addDays(today, -leastDays)
  const most = addDays(today, -recentDays)
  if (since > least) return least
  if (since < most) return most
  return since
}
