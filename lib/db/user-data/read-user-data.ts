import type { Entry } from '../../papers/entry'
import type { Paper } from '../../papers/paper'
import { type BackedUpTable, backedUpTables, type DogearDatabase } from '../database'
import { findPapers } from '../papers/papers'
import { noUserRows, type UserRow, type UserRows } from './user-rows'

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

/** Everything of the user's. */
export function readUserData(db: DogearDatabase): Promise<UserData> {
  return db.transaction('r', [...backedUpTables, 'papers'], async () => {
    const rows = noUserRows()
    for (const table of backedUpTables) rows[table] = await getUserRows(db, table)
    const papers = await keptPapers(db, rows.entries as readonly Entry[])
    return { rows: rows as UserRows, papers }
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
