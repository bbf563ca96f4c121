import type { Entry } from '../../papers/entry'
import type { Paper } from '../../papers/paper'
import { type DogearDatabase, readTogether } from '../database'
import { getPapers } from '../papers/papers'

/** A paper that the user keeps, or that a recent list holds. */
export interface Findable {
  readonly paper: Paper
  readonly entry: Entry | undefined
}

/** How many daily lists back a paper is found that the user does not keep. */
const lists = 30

/** What can be found by a few words: everything that has an entry, and the papers of the last daily lists. */
export function readFindable(db: DogearDatabase): Promise<Findable[]> {
  return readTogether(db, async () => {
    const entries = new Map((await db.entries.toArray()).map((entry) => [entry.paperId, entry]))
    const recent = await db.lists.orderBy('filledDay').reverse().limit(lists).toArray()
    const ids = new Set([...entries.keys(), ...recent.flatMap(({ paperIds }) => paperIds)])
    const papers = await getPapers(db, [...ids])
    return papers.flatMap((paper) =>
      paper === undefined ? [] : [{ paper, entry: entries.get(paper.id) }],
    )
  })
}
