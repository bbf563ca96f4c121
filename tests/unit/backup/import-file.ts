import { importSlice } from '../../../lib/backup/import-slice'
import { type Refused, readDataFile } from '../../../lib/backup/read-data-file'
import type { DogearDatabase } from '../../../lib/db/database'

/** Reading at once, on no clock. */
export const reading = (signal = new AbortController().signal) => ({
  signal,
  pause: async () => {},
  clock: () => 0,
})

/**
 * Takes a file over, as the options page has the worker do it.
 *
 * @returns what was refused, and how many rows would have been too much
 */
export async function importFile(
  db: DogearDatabase,
  file: Blob,
  { size = 500, importId = crypto.randomUUID() as string, now = 30 } = {},
): Promise<{ refused: readonly Refused[]; tooMuch: number }> {
  const refused: Refused[] = []
  let tooMuch = 0
  for await (const slice of readDataFile(file, reading(), size)) {
    refused.push(...slice.refused)
    const part =
      slice.table === 'papers'
        ? { table: 'entries', rows: [], papers: slice.rows }
        : { table: slice.table, rows: slice.rows, papers: [] }
    const { counts } = await importSlice(db, { ...part, importId }, now)
    tooMuch += counts.refused
  }
  return { refused, tooMuch }
}
