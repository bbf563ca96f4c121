import type { BrowserContext, Page } from '@playwright/test'
import { until } from '../until'

/** What a page has asked of IndexedDB. */
export interface DatabaseCalls {
  readonly transactions: number
  /** Reads and writes, as `store.method` or `store/index.method`, in their order. */
  readonly requests: readonly string[]
  /** How many rows, keys or numbers came back. */
  readonly results: number
}

interface Counting {
  databaseCalls: { transactions: number; requests: string[]; results: number }
  callsAtFirst?: DatabaseCalls
}

/**
 * Opens a page in a tab.
 *
 * @param awaited selects what must be in the document for the page to count as shown
 * @returns what the page has asked for by then
 */
export async function callsOfOpening(
  context: BrowserContext,
  address: string,
  awaited: string,
): Promise<DatabaseCalls> {
  const page = await context.newPage()
  await countDatabaseCalls(page)
  await page.addInitScript((selector) => {
    new MutationObserver((_changes, observer) => {
      if (document.querySelector(selector) === null) return
      observer.disconnect()
      const { databaseCalls } = globalThis as unknown as Counting
      Object.assign(globalThis, { callsAtFirst: structuredClone(databaseCalls) })
    }).observe(document, { childList: true, subtree: true })
  }, awaited)
  await page.goto(address)
  const calls = await until(`${address} shows ${awaited}`, 30, () =>
    page.evaluate(() => (globalThis as unknown as Counting).callsAtFirst),
  )
  await page.close()
  return calls
}

/** Has a page count them from its start. To be called before it goes anywhere. */
async function countDatabaseCalls(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const calls: Counting['databaseCalls'] = { transactions: 0, requests: [], results: 0 }
    Object.assign(globalThis, { databaseCalls: calls })
    const wrap = (
      prototype: object,
      method: string,
      note: (self: never, returned: unknown) => void,
    ) => {
      const original: unknown = Reflect.get(prototype, method)
      if (typeof original !== 'function') return
      Reflect.set(prototype, method, function (this: never, ...given: unknown[]) {
        const returned: unknown = Reflect.apply(original, this, given)
        note(this, returned)
        return returned
      })
    }
    wrap(IDBDatabase.prototype, 'transaction', () => {
      calls.transactions += 1
    })
    const note = (request: string, returned: unknown) => {
      calls.requests.push(request)
      // A cursor succeeds once for each row.
      if (!(returned instanceof IDBRequest)) return
      returned.addEventListener('success', () => {
        const { result } = returned
        calls.results += Array.isArray(result) ? result.length : Number(result != null)
      })
    }
    const methods = ['get', 'getAll', 'getKey', 'getAllKeys', 'getAllRecords', 'count']
    const cursors = ['openCursor', 'openKeyCursor']
    for (const method of [...methods, ...cursors, 'put', 'add', 'delete', 'clear']) {
      wrap(IDBObjectStore.prototype, method, ({ name }: IDBObjectStore, returned) =>
        note(`${name}.${method}`, returned),
      )
      wrap(IDBIndex.prototype, method, ({ name, objectStore }: IDBIndex, returned) =>
        note(`${objectStore.name}/${name}.${method}`, returned),
      )
    }
    // Each step of a cursor is a request of its own.
    for (const step of ['continue', 'continuePrimaryKey', 'advance']) {
      wrap(IDBCursor.prototype, step, () => calls.requests.push(`cursor.${step}`))
    }
  })
}
