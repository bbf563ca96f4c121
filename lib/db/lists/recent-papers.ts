import { recentDays } from '../../papers/day'
import type { Paper } from '../../papers/paper'
import type { PaperId } from '../../papers/paper-id'
import { type DogearDatabase, readTogether } from '../database'
import { getPapers } from '../papers/papers'

export interface RecentPapers {
  /** Each once, the newest list first. */
  readonly papers: readonly Paper[]
  /** How many daily lists they are from. */
  readonly lists: number
}

/** The papers of the last daily lists, in a constant number of calls. */
export function readRecentPapers(db: DogearDatabase): Promise<RecentPapers> {
  return readTogether(db, async () => {
    const recent = await db.lists
      .orderBy('filledDay')
      .reverse()
      .filter(({ period }) => period.kind === 'day')
      .limit(recentDays)
      .toArray()
    const ids = new Set<PaperId>(recent.flatMap(({ paperIds }) => paperIds))
    const papers = await getPapers(db, [...ids])
    return { papers: papers.filter((paper) => paper !== undefined), lists: recent.length }
  })
}
