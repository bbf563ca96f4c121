import { dayLength } from '../../papers/durations'
import type { PaperId } from '../../papers/paper-id'
import type { DogearDatabase } from '../database'
import type { LinkedWorksRow } from '../rows'

export type { LinkedWorksRow } from '../rows'

/** What is so old is asked for again before it is shown the next time. In milliseconds. */
const longestKept = 90 * dayLength

export function getLinkedWorks(
  db: DogearDatabase,
  paperId: PaperId,
): Promise<LinkedWorksRow | undefined> {
  return db.linkedWorks.get(paperId)
}

/** Stores what is linked to a paper, and forgets what was stored of others long ago. */
export async function storeLinkedWorks(db: DogearDatabase, row: LinkedWorksRow): Promise<void> {
  await db.transaction('rw', db.linkedWorks, async () => {
    await db.linkedWorks
      .where('fetchedAt')
      .below(row.fetchedAt - longestKept)
      .delete()
    await db.linkedWorks.put(row)
  })
}
