import type { DogearDatabase } from '../db/database'
import { readUserData } from '../db/user-data/read-user-data'
import { type FileTable, fileTables, format, version } from './data-file'

/**
 * A file with everything of the user's, as one moment had it. Each row is a line, so that neither writing nor reading
 * it ever keeps a page from answering.
 *
 * @param dogear the version of the extension
 * @param now milliseconds since the epoch
 */
export async function exportData(db: DogearDatabase, dogear: string, now: number): Promise<Blob> {
  const lists = new Map<FileTable, Blob[]>()
  await readUserData(db, (table, rows) => {
    if (rows.length === 0) return
    const before = lists.get(table)
    const text = rows.map((row) => JSON.stringify(row)).join(',\n')
    // A blob each: to make one of all texts at the end would keep the page from answering.
    const blob = new Blob([before === undefined ? text : `,\n${text}`])
    if (before === undefined) lists.set(table, [blob])
    else before.push(blob)
  })
  const header = JSON.stringify({
    format,
    version,
    exportedAt: new Date(now).toISOString(),
    dogear,
  })
  const parts = fileTables.flatMap((table, index) => {
    const rows = lists.get(table)
    const end = index === fileTables.length - 1 ? ']\n}\n' : '],\n'
    return [`"${table}":[\n`, ...(rows === undefined ? [] : [...rows, '\n']), end]
  })
  return new Blob([`${header.slice(0, -1)},\n`, ...parts], { type: 'application/json' })
}
