import { type BackedUpTable, backedUpTables } from '../db/database'
import type { UserData } from '../db/user-data/read-user-data'
import type { UserRow } from '../db/user-data/user-rows'
import type { Paper } from '../papers/paper'

/** A part of a file that is written in one transaction. */
export interface Slice {
  readonly table: BackedUpTable
  readonly rows: readonly UserRow[]
  /** Those that entries among the rows are about. */
  readonly papers: readonly Paper[]
}

/** How much goes into one message, about, in characters: a browser takes some tens of millions. */
const mostText = 4_000_000

/**
 * The parts one after the other: joins before the entries, since they tell which names are of one paper.
 *
 * @param most rows of a part
 */
export function* slicesOf({ rows, papers }: UserData, most: number): Generator<Slice> {
  const tables = [...backedUpTables].sort((one, other) => order(one) - order(other))
  const byName = new Map<string, Paper>()
  for (const paper of papers) {
    for (const name of [paper.id, ...paper.aliases]) byName.set(name, paper)
  }
  for (const table of tables) {
    let part = new GrowingSlice(table)
    for (const row of rows[table]) {
      part.add(row, table === 'entries' ? byName.get(paperOf(row)) : undefined)
      if (part.rows.length < most && part.length < mostText) continue
      yield part.slice()
      part = new GrowingSlice(table)
    }
    if (part.rows.length > 0) yield part.slice()
  }
}

class GrowingSlice {
  readonly rows: UserRow[] = []
  /** Of their text, in characters. */
  length = 0
  readonly #papers = new Set<Paper>()

  constructor(readonly table: BackedUpTable) {}

  add(row: UserRow, about: Paper | undefined): void {
    this.rows.push(row)
    this.length += JSON.stringify(row).length
    if (about === undefined || this.#papers.has(about)) return
    this.#papers.add(about)
    this.length += JSON.stringify(about).length
  }

  slice(): Slice {
    return { table: this.table, rows: this.rows, papers: [...this.#papers] }
  }
}

function order(table: BackedUpTable): number {
  return table === 'joins' ? 0 : table === 'entries' ? 1 : 2
}

function paperOf(row: UserRow): string {
  return 'paperId' in row ? row.paperId : ''
}
