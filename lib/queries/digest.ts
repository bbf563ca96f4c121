import { type DogearDatabase, readTogether } from '../db/database'
import { entriesWithStatusSet, getEntries } from '../db/entries/stored-entries'
import { getWatches } from '../db/entries/watches'
import { dailyListsBetween, filledDayAfter, filledDayBefore, getLists } from '../db/lists/lists'
import { getPapers } from '../db/papers/papers'
import { getFirstFrameSettings } from '../db/settings/first-frame-settings'
import { addDays, currentDay, dayBefore } from '../papers/day'
import type { Entry } from '../papers/entry'
import { daysOf, listKey } from '../papers/list'
import type { Paper } from '../papers/paper'
import type { Watch } from '../papers/watch'
import { watching } from '../search/watch-question'

/** How many papers of a day are its top. */
const mostTop = 10

/** What a day brought. */
export interface Digest {
  /** `YYYY-MM-DD` */
  readonly day: string
  /** The days before and after it that have one. */
  readonly previous: string | undefined
  readonly next: string | undefined
  /** How many papers its lists have, without those that the user has hidden. */
  readonly total: number
  /** Papers that match watches, the most voted first. */
  readonly matches: readonly DigestPaper[]
  /** The most voted of the others. */
  readonly top: readonly DigestPaper[]
  /** Papers that the user saved, began or read on the day before, by the user's calendar. */
  readonly kept: readonly DigestPaper[]
}

export interface DigestPaper {
  readonly paper: Paper
  readonly entry: Entry | undefined
  /** The watches that it matches. */
  readonly watches: readonly Watch[]
}

/**
 * What a day brought, out of the lists of all sources that the user has chosen, in a constant number of calls.
 *
 * @param day `YYYY-MM-DD`; the newest with papers where it is undefined or has none
 * @param now milliseconds since the epoch
 * @returns undefined where there is no list with papers
 */
export function readDigest(
  db: DogearDatabase,
  day: string | undefined,
  now: number,
): Promise<Digest | undefined> {
  return readTogether(db, async () => {
    const today = currentDay(now)
    const shown = await filledDayBefore(db, day === undefined || day > today ? today : day)
    if (shown === undefined) return undefined
    const yesterday = dayBefore(shown)
    const { sources } = await getFirstFrameSettings(db)
    // Lists of the latest are found by their newest day, and may have papers of this day as well.
    const keys = sources.map((source) => listKey(source, { kind: 'latest' }))
    const [daily, latest, previous, next, watches, kept] = await Promise.all([
      dailyListsBetween(db, shown, shown),
      getLists(db, keys),
      filledDayBefore(db, addDays(shown, -1)),
      filledDayAfter(db, shown, today),
      getWatches(db),
      entriesWithStatusSet(db, yesterday.start, yesterday.end),
    ])
    const lists = [...daily, ...latest]
      .filter(({ source }) => sources.some((id) => id === source))
      .flatMap(daysOf)
      .filter(({ day }) => day === shown)
    const ids = [...new Set(lists.flatMap(({ paperIds }) => paperIds))]
    const keptIds = kept.map(({ paperId }) => paperId)
    const [papers, entries] = await Promise.all([
      getPapers(db, [...ids, ...keptIds]),
      getEntries(db, [...ids, ...keptIds]),
    ])
    const matching = watching(watches)
    const read = papers.map((paper): DigestPaper | undefined =>
      paper === undefined
        ? undefined
        : { paper, entry: entries.get(paper.id), watches: matching(paper) },
    )
    const papersOfDay = read
      .slice(0, ids.length)
      .filter((one) => one !== undefined)
      .filter(({ entry }) => entry?.status !== 'hidden')
      .sort((one, other) => (other.paper.votes ?? 0) - (one.paper.votes ?? 0))
    return {
      day: shown,
      previous,
      next,
      total: papersOfDay.length,
      matches: papersOfDay.filter((one) => one.watches.length > 0),
      top: papersOfDay.filter((one) => one.watches.length === 0).slice(0, mostTop),
      kept: read.slice(ids.length).filter((one) => one !== undefined),
    }
  })
}
