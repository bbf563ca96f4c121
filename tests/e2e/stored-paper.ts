/** Reads a paper past Dogear's own code. Runs in the worker or in a page of the extension, so it stands alone. */
export function readStoredPaper(id: string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('dogear')
    opening.onerror = () => reject(opening.error)
    opening.onsuccess = () => {
      const db = opening.result
      const reading = db.transaction('papers').objectStore('papers').get(id)
      reading.onsuccess = () => {
        db.close()
        resolve(reading.result)
      }
      reading.onerror = () => reject(reading.error)
    }
  })
}
