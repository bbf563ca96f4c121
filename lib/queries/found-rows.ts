import { type DogearDatabase, readTogether } from '../db/database'
import { getEntries } from '../db/entries/stored-entries'
import { getWatches } from '../db/entries/watches'
import { getAbstracts } from '../db/papers/abstracts'
import { findPapers } from '../db/papers/papers'
import type { ToldPaper } from '../messaging/protocol'
import type { PaperId } from '../papers/paper-id'
import { watching } from '../search/watch-question'
import { withWatches } from './daily-list'
import type { Row } from './row'

export interface FoundRow extends Row {
  readonly abstract: string
  /** As Hugging Face told it, where it is not stored. */
  readonly told: ToldPaper | undefined
}

export interface FoundRows {
  /** In the order in which they were found. */
  readonly local: readonly FoundRow[]
  /** Those of Hugging Face's that are not among the local ones. */
  readonly told: readonly FoundRow[]
}

/**
 * Reads found papers with all that a row shows, in one transaction and a constant number of calls.
 *
 * @param paperIds of those that are stored
 * @param told by Hugging Face; what is stored under the same name is shown instead
 */
export function readFoundRows(
  db: DogearDatabase,
  paperIds: readonly PaperId[],
  told: readonly ToldPaper[],
): Promise<FoundRows> {
  return readTogether(db, async () => {
    const ids = [...paperIds, ...told.map(({ paper }) => paper.id)]
    const [papers, entries, abstracts, watches] = await Promise.all([
      findPapers(db, ids),
      getEntries(db, ids),
      getAbstracts(db, ids),
      getWatches(db),
    ])
    const matching = watching(watches)
    const shown = new Set<PaperId>()
    const rowOf = (id: PaperId, one: ToldPaper | undefined): FoundRow[] => {
      const known = papers.get(id)
      const paper = known ?? one?.paper
      if (paper === undefined || shown.has(paper.id)) return []
      shown.add(paper.id)
      return [
        {
          paper,
          entry: entries.get(id),
          abstract: abstracts.get(id) ?? one?.abstract ?? '',
          told: known === undefined ? one : undefined,
          ...withWatches(matching(paper)),
        },
      ]
    }
    return {
      local: paperIds.flatMap((id) => rowOf(id, undefined)),
      told: told.flatMap((one) => rowOf(one.paper.id, one)),
    }
  })
}
