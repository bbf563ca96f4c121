import { Dexie } from 'dexie'
import type { Entry } from '../../papers/entry'
import type { Paper } from '../../papers/paper'
import type { PaperId } from '../../papers/paper-id'
import { type BackedUpTable, backedUpTables, type DogearDatabase } from '../database'
import { findPapers } from '../papers/papers'
import { keyOfRow, type UserRow, type UserRows } from './user-rows'

/** Of one table all rows, or those with these keys, as far as they are there. */
export async function getUserRows(
  db: DogearDatabase,
  table: BackedUpTable,
  keys?: readonly string[],
): Promise<UserRow[]> {
  if (keys === undefined) return await db.table(table).toArray()
  const rows: (UserRow | undefined)[] = await db.table(table).bulkGet([...keys])
  return rows.flatMap((row) => row ?? [])
}

/** Some rows of the user's as one moment had them, and the papers that they are about. */
export interface UserData {
  readonly rows: UserRows
  readonly papers: readonly Paper[]
}

/** So many rows are read at once: a page answers to its user in between. */
const rowsAtOnce = 500

/**
 * Everything of the user's, and the papers that the entries are about, as one moment had it.
 *
 * @param onRows gets a few rows at a time
 */
export function readUserData(
  db: DogearDatabase,
  onRows: (table: BackedUpTable | 'papers', rows: readonly (UserRow | Paper)[]) => void,
): Promise<void> {
  return db.transaction('r', [...backedUpTables, 'papers'], async () => {
    const told = new Set<PaperId>()
    for (const table of backedUpTables) {
      let last: unknown = Dexie.minKey
      let rows: UserRow[]
      do {
        rows = await db.table(table).where(':id').above(last).limit(rowsAtOnce).toArray()
        onRows(table, rows)
        last = rows.map((row) => keyOfRow(table, row)).at(-1)
        if (table !== 'entries') continue
        const papers = await keptPapers(db, rows as readonly Entry[])
        onRows(
          'papers',
          papers.filter(({ id }) => !told.has(id)),
        )
        for (const { id } of papers) told.add(id)
      } while (rows.length === rowsAtOnce)
    }
  })
}

/** The papers of these entries, as far as they have to be known to be shown without a network. */
export async function keptPapers(
  db: DogearDatabase,
  entries: readonly Pick<Entry, 'paperId'>[],
): Promise<Paper[]> {
  const papers = await findPapers(
    db,
    entries.map(({ paperId }) => paperId),
  )
  return [...new Map([...papers.values()].map((paper) => [paper.id, keptOf(paper)])).values()]
}

/** Without what moves from day to day, or is long and can be fetched again. */
function keptOf(paper: Paper): Paper {
  const {
    votes: _votes,
    comments: _comments,
    listed: _listed,
    aiSummary: _aiSummary,
    thumbnailUrl: _thumbnailUrl,
    code,
    ...kept
  } = paper
  return { ...kept, ...(code !== undefined && { code: { url: code.url } }), keywords: [] }
}
