import type { DogearDatabase } from '../db/database'
import { getWatches } from '../db/entries/watches'
import { getPapers } from '../db/papers/papers'
import type { Paper } from '../papers/paper'
import type { PaperId } from '../papers/paper-id'
import type { SourceId } from '../papers/source'
import { readUnseenLists } from '../queries/unseen-lists'
import { watching } from '../search/watch-question'
import type { Settings } from '../settings/settings'

/**
 * The papers of `readUnseenLists`, each once, the newest list first. Read from the database alone, in a
 * constant number of calls.
 *
 * @param now milliseconds since the epoch
 * @param sources whose lists count; all where none are given
 * @param isCounted which of their papers are wanted; absent for all, which then need not be read
 */
export async function unseenPapers(
  db: DogearDatabase,
  now: number,
  sources?: readonly SourceId[],
  isCounted?: (paper: Paper) => boolean,
): Promise<PaperId[]> {
  const { lists } = await readUnseenLists(db, now, undefined, sources)
  const ids = lists.flatMap(({ papers }) => papers.map(({ id }) => id))
  if (isCounted === undefined) return ids
  const papers = await getPapers(db, ids)
  return ids.filter((_id, index) => {
    const paper = papers[index]
    return paper !== undefined && isCounted(paper)
  })
}

/**
 * How many papers the badge counts.
 *
 * @param sources as of `unseenPapers`
 */
export async function countForBadge(
  db: DogearDatabase,
  now: number,
  badge: Settings['badge'],
  sources?: readonly SourceId[],
): Promise<number> {
  if (badge === 'off') return 0
  if (badge === 'unseen') return (await unseenPapers(db, now, sources)).length
  const matching = watching(await getWatches(db))
  return (await unseenPapers(db, now, sources, (paper) => matching(paper).length > 0)).length
}

/** The text on the toolbar button, which has room for four characters. Empty where there is nothing new. */
export function badgeText(count: number): string {
  if (count <= 0) return ''
  return count > 999 ? '999+' : String(count)
}
