import type { Paper } from '../../papers/paper'
import type { PaperId } from '../../papers/paper-id'
import type { DogearDatabase } from '../database'

/**
 * Notes for the search index that something else can be found of these papers now, or that they are gone. To be
 * called in the transaction that changes them.
 */
export async function noteUnindexed(db: DogearDatabase, ids: readonly PaperId[]): Promise<void> {
  if (ids.length > 0) await db.unindexed.bulkAdd(ids.map((paperId) => ({ paperId })))
}

/** Whether a paper can be found by something else than before; its votes, say, are not looked for. */
export function isFoundOtherwise(before: Paper | undefined, after: Paper): boolean {
  return (
    before === undefined || JSON.stringify(findable(before)) !== JSON.stringify(findable(after))
  )
}

function findable({ title, authors, keywords, organization, aiSummary, code, ...paper }: Paper) {
  const day = paper.listed?.day ?? paper.publishedOn
  return [title, authors, keywords, organization, aiSummary, code !== undefined, day]
}
