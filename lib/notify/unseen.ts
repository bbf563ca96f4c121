import type { DogearDatabase } from '../db/database'
import { readNews } from '../db/news'
import type { PaperId } from '../papers/paper-id'
import type { SourceId } from '../papers/source'

/**
 * What the badge counts: the papers of `readNews`, each once, the newest list first. Read from the database
 * alone, in a constant number of calls.
 *
 * @param now milliseconds since the epoch
 * @param sources of which the lists count; all where none are given
 */
export async function unseenPapers(
  db: DogearDatabase,
  now: number,
  sources?: readonly SourceId[],
): Promise<PaperId[]> {
  const { lists } = await readNews(db, now, undefined, sources)
  return lists.flatMap(({ papers }) => papers.map(({ id }) => id))
}

/** The text on the toolbar button, which has room for four characters. Empty where there is nothing new. */
export function badgeText(count: number): string {
  if (count <= 0) return ''
  return count > 999 ? '999+' : String(count)
}
