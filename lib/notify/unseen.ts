import type { DogearDatabase } from '../db/database'
import { getEntries } from '../db/entries'
import { dailyListsBetween } from '../db/lists'
import { seenAmong } from '../db/seen'
import { getSyncStates } from '../db/sync-states'
import { addDays, currentDay } from '../papers/day'
import type { PaperId } from '../papers/paper-id'

/** How many days before today count as news. */
const newsDays = 7

/**
 * The papers of the last week's daily lists that the user has neither been shown nor hidden, each once, the
 * newest list first. Lists from before the first sync of their source don't count. Read from the database
 * alone, in a constant number of calls.
 *
 * @param now milliseconds since the epoch
 */
export async function unseenPapers(db: DogearDatabase, now: number): Promise<PaperId[]> {
  const today = currentDay(now)
  const lists = await dailyListsBetween(db, addDays(today, -newsDays), today)
  const states = await getSyncStates(
    db,
    lists.map(({ source }) => source),
  )
  const news = lists.filter(({ source, period }) => {
    const countFrom = states.get(source)?.countFrom ?? ''
    return period.kind === 'day' && period.day >= countFrom
  })
  const ids = [...new Set(news.flatMap(({ paperIds }) => paperIds))]
  const [seen, entries] = await Promise.all([seenAmong(db, ids), getEntries(db, ids)])
  return ids.filter((id) => !seen.has(id) && entries.get(id)?.status !== 'hidden')
}

/** The text on the toolbar button, which has room for four characters. Empty where there is nothing new. */
export function badgeText(count: number): string {
  if (count <= 0) return ''
  return count > 999 ? '999+' : String(count)
}
