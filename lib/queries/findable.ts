import { type DogearDatabase, readTogether } from '../db/database'
import { getAllEntries } from '../db/entries/stored-entries'
import { readRecentPapers } from '../db/lists/recent-papers'
import { getPapers } from '../db/papers/papers'
import type { Entry } from '../papers/entry'
import type { Paper } from '../papers/paper'

/** A paper that the user keeps, or that a recent list holds. */
export interface Findable {
  readonly paper: Paper
  readonly entry: Entry | undefined
}

/** What can be found by a few words: everything that has an entry, and the papers of the last daily lists. */
export function readFindable(db: DogearDatabase): Promise<Findable[]> {
  return readTogether(db, async () => {
    const entries = new Map((await getAllEntries(db)).map((entry) => [entry.paperId, entry]))
    const recent = await readRecentPapers(db)
    const others = recent.papers.filter(({ id }) => !entries.has(id))
    const kept = await getPapers(db, [...entries.keys()])
    return [...kept, ...others].flatMap((paper) =>
      paper === undefined ? [] : [{ paper, entry: entries.get(paper.id) }],
    )
  })
}
