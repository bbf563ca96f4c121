import type { Page } from '@playwright/test'

/** What a page has asked of IndexedDB. */
export interface DatabaseCalls {
  readonly transactions: number
  /** Reads and writes, as `store.method` or `store/index.method`, in their order. */
  readonly requests: readonly string[]
}

interface Counting {
  databaseCalls: { transactions: number; requests: string[] }
}

/** Has a page count them from its start. To be called before it goes anywhere. */
export async function countDatabaseCalls(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const calls: Counting['databaseCalls'] = { transactions: 0, requests: [] }
    Object.assign(globalThis, { databaseCalls: calls })
    const wrap = (prototype: object, method: string, note: (self: never) => void) => {
      const original: unknown = Reflect.get(prototype, method)
      if (typeof original !== 'function') return
      Reflect.set(prototype, method, function (this: never, ...given: unknown[]) {
        note(this)
        return Reflect.apply(original, this, given)
      })
    }
    wrap(IDBDatabase.prototype, 'transaction', () => {
      calls.transactions += 1
    })
    const methods = ['get', 'getAll', 'getKey', 'getAllKeys', 'getAllRecords', 'count']
    const cursors = ['openCursor', 'openKeyCursor']
    for (const method of [...methods, ...cursors, 'put', 'add', 'delete', 'clear']) {
      wrap(IDBObjectStore.prototype, method, ({ name }: IDBObjectStore) =>
        calls.requests.push(`${name}.${method}`),
      )
      wrap(IDBIndex.prototype, method, ({ name, objectStore }: IDBIndex) =>
        calls.requests.push(`${objectStore.name}/${name}.${method}`),
      )
    }
    // Each step of a cursor is a request of its own.
    for (const step of ['continue', 'continuePrimaryKey', 'advance']) {
      wrap(IDBCursor.prototype, step, () => calls.requests.push(`cursor.${step}`))
    }
  })
}

export function databaseCallsOf(page: Page): Promise<DatabaseCalls> {
  return page.evaluate(() => (globalThis as unknown as Counting).databaseCalls)
}
