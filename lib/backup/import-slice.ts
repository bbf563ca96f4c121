import type { DogearDatabase } from '../db/database'
import {
  isBackedUp,
  type MergeCounts,
  mergedTables,
  mergeUserData,
  noUserRows,
  paperSchema,
  readUserRow,
  type UserRows,
} from '../db/user-rows'
import { FailureError } from '../errors/failure'

/**
 * Merges a part of a file into the database, in one transaction. Nothing is deleted.
 *
 * @throws the failure `refused` where a row can't be one of this table; then nothing is written
 */
export async function importSlice(
  db: DogearDatabase,
  { table, rows, papers }: { table: string; rows: readonly unknown[]; papers: readonly unknown[] },
): Promise<MergeCounts> {
  if (!isBackedUp(table)) throw refused()
  const read = rows.map((row) => readUserRow(table, row) ?? fail())
  const about = papers.map((paper) => paperSchema.safeParse(paper).data ?? fail())
  const data = { rows: { ...noUserRows(), [table]: read } as UserRows, papers: about }
  // Dexie follows the awaits of a function only where it sees that it is `async`.
  const counts = await db.transaction('rw', [...mergedTables], async () => mergeUserData(db, data))
  return counts[table]
}

function fail(): never {
  throw refused()
}

function refused(): FailureError {
  return new FailureError({ code: 'refused', message: 'This is no row of that table' })
}
