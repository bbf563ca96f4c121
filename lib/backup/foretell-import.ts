import { type BackedUpTable, backedUpTables, type DogearDatabase } from '../db/database'
import { foretellMerge, type MergeCounts } from '../db/user-data/merge-user-data'
import { type Reading, type Refused, readDataFile } from './read-data-file'

/** What importing a file would do. */
export interface Foretold {
  readonly counts: Readonly<Record<BackedUpTable, MergeCounts>>
  readonly refused: readonly Refused[]
  /** How many there are that can be taken. */
  readonly rows: number
}

/** So many rows are compared at once. */
const rowsAtOnce = 500

/**
 * Reads a file and finds out what importing it would do. Nothing is written. A row that is in the file twice may be
 * counted as new twice.
 *
 * @throws as `readDataFile` does
 */
export async function foretellImport(
  db: DogearDatabase,
  file: Blob,
  reading: Reading,
): Promise<Foretold> {
  const counts = Object.fromEntries(
    backedUpTables.map((table) => [table, { added: 0, changed: 0, same: 0, refused: 0 }]),
  ) as Record<BackedUpTable, MergeCounts>
  const refused: Refused[] = []
  let rows = 0
  for await (const slice of readDataFile(file, reading, rowsAtOnce)) {
    refused.push(...slice.refused)
    rows += slice.rows.length
    if (slice.table === 'papers') continue
    const before = counts[slice.table]
    const these = await foretellMerge(db, slice.table, slice.rows, before.added)
    counts[slice.table] = {
      added: before.added + these.added,
      changed: before.changed + these.changed,
      same: before.same + these.same,
      refused: before.refused + these.refused,
    }
  }
  return { counts, refused, rows }
}
