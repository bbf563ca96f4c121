import type { Page } from '@playwright/test'
import type { PaperId } from '../../lib/papers/paper-id'
import { type LibrarySize, libraryOf, savedEntry } from './library'

/**
 * Writes a library into the database of the extension that a page belongs to, past the extension's own code.
 *
 * @param page shows a list already, so that the database is there
 * @param saved these papers have entries in any case
 */
export async function fillDatabase(
  page: Page,
  size: LibrarySize,
  saved: readonly PaperId[],
): Promise<void> {
  await putRows(page, { entries: saved.map(savedEntry) })
  for (const { rows } of libraryOf({ ...size, entries: size.entries - saved.length })) {
    await putRows(page, rows)
  }
}

async function putRows(
  page: Page,
  rows: Readonly<Record<string, readonly unknown[]>>,
): Promise<void> {
  await page.evaluate(
    (json) =>
      new Promise<void>((resolve, reject) => {
        const tables: typeof rows = JSON.parse(json)
        const request = indexedDB.open('dogear')
        request.onerror = () => reject(request.error)
        request.onsuccess = () => {
          const db = request.result
          const names = Object.keys(tables)
          const transaction = db.transaction(names, 'readwrite', { durability: 'relaxed' })
          transaction.onabort = () => reject(transaction.error)
          transaction.oncomplete = () => {
            db.close()
            resolve()
          }
          for (const name of names) {
            for (const row of tables[name] ?? []) transaction.objectStore(name).put(row)
          }
        }
      }),
    // A text goes to the page much faster than so many objects.
    JSON.stringify(rows),
  )
}
