/** A row of the database. */
interface Place {
  readonly table: string
  readonly key: string
}

/** Reads a row past Dogear's own code. Runs in the worker or in a page of the extension, so it stands alone. */
export function readStoredRow({ table, key }: Place): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('dogear')
    opening.onerror = () => reject(opening.error)
    opening.onsuccess = () => {
      const db = opening.result
      const reading = db.transaction(table).objectStore(table).get(key)
      reading.onsuccess = () => {
        db.close()
        resolve(reading.result)
      }
      reading.onerror = () => reject(reading.error)
    }
  })
}
