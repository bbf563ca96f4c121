import { type BackedUpTable, backedUpTables } from '../db/database'
import type { UserData } from '../db/user-data/read-user-data'
import {
  badFieldOf,
  noUserRows,
  readUserRow,
  type UserRow,
  type UserRows,
} from '../db/user-data/user-rows'
import type { Paper } from '../papers/paper'
import { paperSchema } from '../papers/schemas/paper'
import { DataFileError, type FileTable, fileLimits } from './data-file'
import { readFileRows } from './file-rows'

/** What of a file is not taken, and why. */
export interface Refused {
  readonly table: FileTable
  /** Its place in the table, from 1. */
  readonly place: number
  /** The field that is not as it should be; empty where it is no object at all. */
  readonly field: string
}

export interface ReadFile {
  readonly data: UserData
  readonly refused: readonly Refused[]
}

export interface Reading {
  readonly signal: AbortSignal
  /** Lets the page answer to the user in between. */
  readonly pause: () => Promise<void>
  /** Milliseconds. */
  readonly clock: () => number
}

/** So long is read without a pause, in milliseconds. */
const longestStretch = 15

/**
 * Reads a file, row by row: what can't be a row is not taken, and told.
 *
 * @throws DataFileError for what is no such file, or one that is too large; and the reason of `signal`
 */
export async function readDataFile(file: Blob, reading: Reading): Promise<ReadFile> {
  const { signal, pause, clock } = reading
  const rows = noUserRows()
  const papers: Paper[] = []
  const refused: Refused[] = []
  const places = new Map<FileTable, number>()
  let [total, begin] = [0, clock()]
  for await (const { list, values } of readFileRows(file)) {
    signal.throwIfAborted()
    if (!isFileTable(list)) continue
    for (const value of values) {
      total += 1
      if (total > fileLimits.rows) throw new DataFileError('too-many')
      const place = (places.get(list) ?? 0) + 1
      places.set(list, place)
      const field = list === 'papers' ? readPaper(value, papers) : readRow(list, value, rows[list])
      if (field !== undefined) refused.push({ table: list, place, field })
      if (clock() - begin < longestStretch) continue
      await pause()
      signal.throwIfAborted()
      begin = clock()
    }
  }
  return { data: { rows: rows as UserRows, papers }, refused }
}

function isFileTable(list: string): list is FileTable {
  return list === 'papers' || (backedUpTables as readonly string[]).includes(list)
}

/** @returns the bad field, undefined where it was taken */
function readRow(table: BackedUpTable, value: unknown, taken: UserRow[]): string | undefined {
  const row = readUserRow(table, value)
  if (row === undefined) return badFieldOf(table, value)
  taken.push(row)
  return undefined
}

function readPaper(value: unknown, taken: Paper[]): string | undefined {
  const { data, error } = paperSchema.safeParse(value)
  if (data === undefined) return error?.issues[0]?.path.map(String).join('.') ?? ''
  taken.push(data)
  return undefined
}
