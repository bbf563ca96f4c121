import { backedUpTables, type DogearDatabase } from '../db/database'
import { readUserData } from '../db/user-data/read-user-data'
import { type FileTable, format, version } from './data-file'

/**
 * A file with everything of the user's, as one moment had it. Each row is a line, so that neither writing nor reading
 * it ever keeps a page from answering.
 *
 * @param dogear the version of the extension
 * @param now milliseconds since the epoch
 */
export async function exportData(db: DogearDatabase, dogear: string, now: number): Promise<Blob> {
  const lists = new Map<FileTable, string[]>()
  await readUserData(db, (table, rows) => {
    const texts = lists.get(table) ?? []
    if (rows.length > 0) texts.push(rows.map((row) => JSON.stringify(row)).join(',\n'))
    lists.set(table, texts)
  })
  const tables: readonly FileTable[] = [...backedUpTables, 'papers']
  const header = JSON.stringify({
    format,
    version,
    exportedAt: new Date(now).toISOString(),
    dogear,
  })
  const parts = tables.flatMap((table, index) => {
    const [first, ...others] = lists.get(table) ?? []
    const rows =
      first === undefined ? [] : [first, ...others.flatMap((text) => [',\n', text]), '\n']
    return [`"${table}":[\n`, ...rows, index === tables.length - 1 ? ']\n}\n' : '],\n']
  })
  return new Blob([`${header.slice(0, -1)},\n`, ...parts], { type: 'application/json' })
}
