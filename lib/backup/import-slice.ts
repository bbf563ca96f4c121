import type { DogearDatabase } from '../db/database'
import { importPart } from '../db/user-data/imports'
import type { MergeCounts } from '../db/user-data/merge-user-data'
import {
  checkPaper,
  checkUserRow,
  isBackedUp,
  noUserRows,
  type UserRows,
} from '../db/user-data/user-rows'
import { FailureError } from '../errors/failure'
import type { PaperId } from '../papers/paper-id'

/** Rows of one table, and the papers that entries among them are about. */
interface GivenSlice {
  readonly table: string
  readonly rows: readonly unknown[]
  readonly papers: readonly unknown[]
  /** Under which the journal has the whole import. */
  readonly importId: string
}

/**
 * Merges a part of a file into the database, in one transaction. Nothing is deleted, and all of it can be undone.
 *
 * @param now milliseconds since the epoch
 * @param messageId of the message that brings it
 * @returns what it did to the table, and the papers whose entries may have changed
 * @throws the failure `cancelled` where the import was undone in the meantime, and the failure `refused` where a row can't be one of this table; then nothing is written
 */
export async function importSlice(
  db: DogearDatabase,
  { table, rows, papers, importId }: GivenSlice,
  now: number,
  messageId?: string,
): Promise<{ readonly counts: MergeCounts; readonly paperIds: readonly PaperId[] }> {
  if (!isBackedUp(table)) throw refused()
  const read = rows.map((row) => checkUserRow(table, row).row ?? fail())
  const about = papers.map((paper) => checkPaper(paper).row ?? fail())
  const data = { rows: { ...noUserRows(), [table]: read } as UserRows, papers: about }
  const counts = await importPart(db, { data, importId, messageId }, now)
  const paperIds = data.rows.entries.map(({ paperId }) => paperId)
  return { counts: counts[table], paperIds }
}

function fail(): never {
  throw refused()
}

function refused(): FailureError {
  return new FailureError({ code: 'refused', message: 'This is no row of that table' })
}
