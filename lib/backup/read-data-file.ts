import type { BackedUpTable } from '../db/database'
import { checkPaper, checkUserRow, type UserRow } from '../db/user-data/user-rows'
import type { Paper } from '../papers/paper'
import { DataFileError, type FileTable, fileLimits, fileTables } from './data-file'
import { readFileRows } from './file-rows'

/** What of a file is not taken, and why. */
export interface Refused {
  readonly table: FileTable
  /** Its place in the table, from 1. */
  readonly place: number
  /** The field that is not as it should be; empty where it is no object at all. */
  readonly field: string
}

/** Some rows of one list of a file: as many as are written in one transaction. */
export type FileSlice = { readonly refused: readonly Refused[] } & (
  | { readonly table: 'papers'; readonly rows: readonly Paper[] }
  | { readonly table: BackedUpTable; readonly rows: readonly UserRow[] }
)

export interface Reading {
  readonly signal: AbortSignal
  /** Lets the page answer to the user in between. */
  readonly pause: () => Promise<void>
  /** Milliseconds. */
  readonly clock: () => number
}

/** So long is read without a pause, in milliseconds. */
const longestStretch = 15

/** How much goes into a slice, about, in characters: a message may have some tens of millions. */
const mostText = 4_000_000

/**
 * Reads a file, row by row and never all of it at once: what can't be a row is not taken, and told.
 *
 * @param most rows of a slice
 * @throws DataFileError for what is no such file, or one that is too large; and the reason of `signal`
 */
export async function* readDataFile(
  file: Blob,
  { signal, pause, clock }: Reading,
  most: number,
): AsyncGenerator<FileSlice> {
  const places = new Map<FileTable, number>()
  let [total, begin] = [0, clock()]
  let slice: GrowingSlice | undefined
  for await (const { list, values } of readFileRows(file)) {
    signal.throwIfAborted()
    if (!isFileTable(list)) continue
    total += values.length
    if (total > fileLimits.rows) throw new DataFileError('too-many')
    for (const value of values) {
      const place = (places.get(list) ?? 0) + 1
      places.set(list, place)
      if (slice?.table !== list) {
        if (slice !== undefined) yield slice.done()
        slice = new GrowingSlice(list)
      }
      slice.read(value, place)
      if (slice.count >= most || slice.length >= mostText) {
        yield slice.done()
        slice = undefined
      }
      if (clock() - begin < longestStretch) continue
      await pause()
      signal.throwIfAborted()
      begin = clock()
    }
  }
  if (slice !== undefined) yield slice.done()
}

class GrowingSlice {
  /** Of the rows, those that were refused included. */
  count = 0
  /** Of their text, in characters. */
  length = 0
  readonly #rows: (UserRow | Paper)[] = []
  readonly #refused: Refused[] = []

  constructor(readonly table: FileTable) {}

  read(value: unknown, place: number): void {
    const { table } = this
    const read = table === 'papers' ? checkPaper(value) : checkUserRow(table, value)
    this.count += 1
    if (read.row === undefined) {
      this.#refused.push({ table, place, field: read.field })
      return
    }
    this.#rows.push(read.row)
    this.length += JSON.stringify(read.row).length
  }

  done(): FileSlice {
    return { table: this.table, rows: this.#rows, refused: this.#refused } as FileSlice
  }
}

function isFileTable(list: string): list is FileTable {
  return (fileTables as readonly string[]).includes(list)
}
