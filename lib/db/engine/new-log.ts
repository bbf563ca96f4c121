import { refuseFullDisk } from './room'

const emptyDatabase = 'dogear-empty'

/** LevelDB drops a wish for a new log now and then, and Chromium does not tell (`docs/decisions/0015`). */
const deletions = 3

/**
 * Has Chromium begin a new log below its databases, which are one database to it: it does so when one of them is
 * deleted. A browser that is killed while it writes leaves half a record at the end of the log. The next one writes on
 * behind that, and when the log is read once more it is taken for damaged, and an empty database takes the place of
 * everything. To be called when the browser has started: a log that is no longer written is not read again.
 */
export async function beginNewLog(): Promise<void> {
  await refuseFullDisk()
  for (let deletion = 0; deletion < deletions; deletion += 1) await deleteEmptyDatabase()
}

/** Without Dexie, which warns that the deletion waits for the closing, as it may. */
async function deleteEmptyDatabase(): Promise<void> {
  const opening = indexedDB.open(emptyDatabase, 1)
  opening.onupgradeneeded = () => opening.result.createObjectStore('nothing')
  try {
    const database = await resultOf(opening)
    database.close()
  } finally {
    await resultOf(indexedDB.deleteDatabase(emptyDatabase))
  }
}

function resultOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}
