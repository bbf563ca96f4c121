import { dequal } from 'dequal/lite'
import { type BackedUpTable, backedUpTables, type DogearDatabase } from '../database'
import { findPapers, mergeIntoStored, putPapers } from '../papers/papers'
import type { ImportPartRow } from '../rows'
import { getUserRows, type UserData } from './read-user-data'
import { keyOfRow, mergeUserRows, mostRowsOf, type UserRow } from './user-rows'

/** The tables that a transaction has to be over in which user data is merged. */
export const mergedTables = [...backedUpTables, 'papers', 'abstracts', 'unindexed'] as const

/** How many rows were new, were changed or were there as they are, and how many were too much to be taken. */
export interface MergeCounts {
  readonly added: number
  readonly changed: number
  readonly same: number
  readonly refused: number
}

/**
 * What merging rows from outside does to a table, without doing it.
 *
 * @param addedBefore how many rows before these would have been new, where that is not written
 */
async function compareUserRows(
  db: DogearDatabase,
  table: BackedUpTable,
  given: readonly UserRow[],
  addedBefore = 0,
): Promise<{ readonly rows: ImportPartRow['rows']; readonly counts: MergeCounts }> {
  const keys = [...new Set(given.map((row) => keyOfRow(table, row)))]
  const there = await getUserRows(db, table, keys)
  const stored = new Map(there.map((row) => [keyOfRow(table, row), row]))
  const merged = new Map(stored)
  const most = mostRowsOf(table)
  let room =
    most === undefined
      ? Number.POSITIVE_INFINITY
      : most - (await db.table(table).count()) - addedBefore
  let refused = 0
  for (const row of given) {
    const key = keyOfRow(table, row)
    const before = merged.get(key)
    const after = before === undefined ? row : mergeUserRows(table, before, row)
    const isNew = before === undefined
    if (after === undefined || (isNew && room <= 0)) refused += 1
    else merged.set(key, after)
    if (isNew) room -= 1
  }
  const rows: ImportPartRow['rows'][number][] = []
  for (const [key, after] of merged) {
    const before = stored.get(key)
    if (before === undefined) rows.push({ table, after })
    else if (!dequal(before, after)) rows.push({ table, before, after })
  }
  const added = rows.filter(({ before }) => before === undefined).length
  const counts = {
    added,
    changed: rows.length - added,
    same: merged.size - rows.length,
    refused,
  }
  return { rows, counts }
}

/** What merging did, and to what. */
export interface Merged extends Pick<ImportPartRow, 'rows' | 'papers'> {
  readonly counts: Record<BackedUpTable, MergeCounts>
}

/**
 * Merges rows and papers from outside into the database. Nothing is deleted. To be called in a transaction over
 * `mergedTables`.
 */
export async function mergeUserData(
  db: DogearDatabase,
  { rows, papers }: UserData,
): Promise<Merged> {
  const counts = {} as Record<BackedUpTable, MergeCounts>
  const made: ImportPartRow['rows'][number][] = []
  for (const table of backedUpTables) {
    const compared = await compareUserRows(db, table, rows[table])
    const puts = compared.rows.map(({ after }) => after)
    if (puts.length > 0) await db.table(table).bulkPut(puts)
    counts[table] = compared.counts
    made.push(...compared.rows)
  }
  // After the joins: they tell which names are not of one paper.
  const known = await findPapers(
    db,
    papers.map(({ id }) => id),
  )
  const { changes } = await mergeIntoStored(
    db,
    papers.filter(({ id }) => !known.has(id)),
  )
  const changed = await putPapers(db, changes.values())
  return {
    counts,
    rows: made,
    papers: changed.map(({ before, after }) => ({
      ...(before !== undefined && { before }),
      after,
    })),
  }
}

/**
 * What merging these rows would do to a table. Nothing is written.
 *
 * @param addedBefore how many rows of the same file would have been new before these
 */
export async function foretellMerge(
  db: DogearDatabase,
  table: BackedUpTable,
  given: readonly UserRow[],
  addedBefore: number,
): Promise<MergeCounts> {
  return (await compareUserRows(db, table, given, addedBefore)).counts
}
