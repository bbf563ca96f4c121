import { Dexie } from 'dexie'

/**
 * The keys of an index that begin with a text, each once, in their order. Read by jumping from each key to the next:
 * a browser that is asked for unique keys (`nextunique`) passes every row on the way, and 100,000 of one key take
 * a quarter of a second.
 *
 * @param index of a table whose keys are texts
 * @param most how many are read
 */
export function distinctKeys(
  db: Dexie,
  table: string,
  index: string,
  prefix: string,
  most: number,
): Promise<string[]> {
  return db.transaction('r', table, async () => {
    const store = Dexie.currentTransaction.idbtrans.objectStore(table)
    const range = IDBKeyRange.bound(prefix, `${prefix}\uffff`)
    const request = store.index(index).openKeyCursor(range)
    return new Promise<string[]>((resolve, reject) => {
      const keys: string[] = []
      request.onerror = () => reject(request.error)
      request.onsuccess = () => {
        const cursor = request.result
        if (cursor === null || keys.length >= most) return resolve(keys)
        const key = String(cursor.key)
        keys.push(key)
        // The first text after this one.
        cursor.continue(`${key}\0`)
      }
    })
  })
}
