import type { BackedUpTable } from '../db/database'
import { keyOfRow, type UserRow } from '../db/user-data/user-rows'
import type { Paper } from '../papers/paper'
import { crc32 } from './crc32'

/** A part of a backup: some rows of one table. Which ones follows from their keys alone. */
export interface Chunk {
  readonly rows: readonly UserRow[]
  /** The papers that entries among the rows are about. */
  readonly papers: readonly Paper[]
}

/**
 * Into how many chunks each table goes; every one that is not here is in one. With ten thousand entries a chunk
 * has forty of them: that is what one change costs to write.
 */
const chunkCounts: Partial<Record<BackedUpTable, number>> = { entries: 256, seen: 64, joins: 64 }

/** `entries/2f`: the chunk that has the row with this key. */
export function chunkName(table: BackedUpTable, key: string): string {
  return nameOf(table, crc32(key) % countOf(table))
}

/** Every name that a chunk of the table can have. */
export function chunkNames(table: BackedUpTable): string[] {
  return Array.from({ length: countOf(table) }, (_, index) => nameOf(table, index))
}

export function tableOfChunk(name: string): string {
  return name.split('/')[0] ?? ''
}

function countOf(table: BackedUpTable): number {
  return chunkCounts[table] ?? 1
}

function nameOf(table: BackedUpTable, index: number): string {
  return `${table}/${index.toString(16).padStart(2, '0')}`
}

/** The rows by the chunks that they belong to. */
export function rowsByChunk(
  table: BackedUpTable,
  rows: readonly UserRow[],
): Map<string, UserRow[]> {
  return groupBy(rows, (row) => chunkName(table, keyOfRow(table, row)))
}

export function groupBy<T>(items: Iterable<T>, nameOfItem: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const name = nameOfItem(item)
    const group = groups.get(name)
    if (group === undefined) groups.set(name, [item])
    else group.push(item)
  }
  return groups
}
