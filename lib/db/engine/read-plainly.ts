import type { Readable, ReadableIndex, ReadableRange, ReadableTable } from '../readable'
import { newestVersion, versionOf } from '../schema/version'

/*
 * The database without Dexie, to read only. The popup's list is read with it while Dexie is still being loaded. After
 * each change the list is read again, with Dexie.
 */

const names: readonly (keyof Readable)[] = [
  'settings',
  'watches',
  'lists',
  'listStates',
  'syncStates',
  'papers',
  'entries',
  'seen',
  'voteHistories',
]

/**
 * Reads from the database in one transaction.
 *
 * @returns undefined where there is no database of this version, which is for Dexie to make, to upgrade or to refuse
 * @throws what the browser says where the database can't be read, or what `read` throws
 */
export async function readPlainly<T>(
  read: (db: Readable) => Promise<T>,
  name = 'dogear',
): Promise<T | undefined> {
  const database = await openPlainly(name)
  if (database === undefined) return undefined
  try {
    if (versionOf(database) !== newestVersion) return undefined
    const transaction = database.transaction(names, 'readonly')
    const tables = names.map((name) => [name, new PlainTable(transaction.objectStore(name))])
    return await read(Object.fromEntries(tables))
  } finally {
    database.close()
  }
}

function openPlainly(name: string): Promise<IDBDatabase | undefined> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name)
    request.onupgradeneeded = () => {
      // There was none: nothing is made.
      request.transaction?.abort()
      resolve(undefined)
    }
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}

class PlainTable<Row, Key extends IDBValidKey> implements ReadableTable<Row, Key> {
  readonly #store: IDBObjectStore

  constructor(store: IDBObjectStore) {
    this.#store = store
  }

  get(key: Key): Promise<Row | undefined> {
    return resultOf(this.#store.get(key))
  }

  bulkGet(keys: Key[]): Promise<(Row | undefined)[]> {
    return resultsOf(keys.map((key) => this.#store.get(key)))
  }

  toArray(): Promise<Row[]> {
    return resultOf(this.#store.getAll())
  }

  where(name: string): ReadableIndex<Row> {
    // Dexie calls an index of several fields by their list.
    const index = this.#store.index(name)
    return {
      below: (upper) => rangeOf(index, IDBKeyRange.upperBound(upper, true)),
      between: (lower, upper, includesLower, includesUpper) =>
        rangeOf(index, IDBKeyRange.bound(lower, upper, !includesLower, !includesUpper)),
      anyOf: (keys) => ({
        toArray: async () => {
          const found = await resultsOf<Row[]>(keys.map((key) => index.getAll(key)))
          return found.flat()
        },
      }),
    }
  }
}

function rangeOf<Row>(index: IDBIndex, range: IDBKeyRange): ReadableRange<Row> {
  return {
    last: async () => (await resultOf(index.openCursor(range, 'prev')))?.value,
    reverse: () => ({
      toArray: async () => (await resultOf<Row[]>(index.getAll(range))).reverse(),
    }),
  }
}

function resultOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}

/** Those of one transaction are answered in their order: the last one tells that all are. */
async function resultsOf<T>(requests: readonly IDBRequest<T>[]): Promise<T[]> {
  const last = requests.at(-1)
  if (last !== undefined) await resultOf(last)
  return requests.map(({ result }) => result)
}
