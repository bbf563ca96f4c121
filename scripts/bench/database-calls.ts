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

type Note = (self: never, method: string, returned: unknown) => void

/** Of a store and of an index. */
const requestMethods = [
  'get',
  'getAll',
  'getKey',
  'getAllKeys',
  'getAllRecords',
  'count',
  'openCursor',
  'openKeyCursor',
  'put',
  'add',
  'delete',
  'clear',
]

/** Has a page count them from its start. To be called before it goes anywhere. */
async function countDatabaseCalls(page: Page): Promise<void> {
  await page.addInitScript((requests) => {
    const calls: Counting['databaseCalls'] = { transactions: 0, requests: [], results: 0 }
    Object.assign(globalThis, { databaseCalls: calls })
    // Without names for functions: what builds this script may mark them in a way that a page does not know.
    const methods: readonly [object, readonly string[], Note][] = [
      [
        IDBDatabase.prototype,
        ['transaction'],
        () => {
          calls.transactions += 1
        },
      ],
      ...[IDBObjectStore.prototype, IDBIndex.prototype].map(
        (prototype): [object, readonly string[], Note] => [
          prototype,
          requests,
          (source: IDBObjectStore | IDBIndex, method, returned) => {
            const store = source instanceof IDBIndex ? `${source.objectStore.name}/` : ''
            calls.requests.push(`${store}${source.name}.${method}`)
            if (!(returned instanceof IDBRequest)) return
            // A cursor succeeds once for each row.
            returned.addEventListener('success', () => {
              const { result } = returned
              calls.results += Array.isArray(result) ? result.length : Number(result != null)
            })
          },
        ],
      ),
      // Each step of a cursor is a request of its own.
      [
        IDBCursor.prototype,
        ['continue', 'continuePrimaryKey', 'advance'],
        (_cursor, method) => calls.requests.push(`cursor.${method}`),
      ],
    ]
    for (const [prototype, names, note] of methods) {
      for (const method of names) {
        const original: unknown = Reflect.get(prototype, method)
        if (typeof original !== 'function') continue
        Reflect.set(prototype, method, function (this: never, ...given: unknown[]) {
          const returned: unknown = Reflect.apply(original, this, given)
          note(this, method, returned)
          return returned
        })
      }
    }
  }, requestMethods)
}
