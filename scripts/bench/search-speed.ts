import { join } from 'node:path'
import type { BrowserContext, Page, Worker } from '@playwright/test'
import { build } from 'vite'
import type { Query, Term } from '../../lib/search/query'
import { wordsIn } from '../../lib/search/words'
import { root } from '../command'
import { Problem } from '../problem'
import { until } from '../until'
import type { SearchRun } from './search-in-page'

/** What is typed. In the invented library nearly every abstract has nearly every one of its few words. */
const searches = [
  'forgetting the right keys',
  'speculative decoding without',
  'cache eviction memory',
  'robot policy video',
  'tokens attention come back',
  'compare with our own numbers',
  '"key value cache" eviction',
  '"long context" attention -video',
  'reward model training data',
  'agent benchmark reasoning',
]

/** Each search from its third letter on, letter by letter: the last word may go on. */
function keystrokes(): Query[] {
  return searches.flatMap((typed) =>
    Array.from({ length: typed.length - 2 }, (_, index) => queryOf(typed.slice(0, index + 3))),
  )
}

function queryOf(typed: string): Query {
  const parts = typed.match(/-?(?:"[^"]*"?|[^\s"]+)/g) ?? []
  const terms = parts.map(
    (part, index): Term => ({
      words: wordsIn(part),
      isPrefix: index === parts.length - 1 && /[^\s"]$/.test(typed),
      isExcluded: part.startsWith('-'),
    }),
  )
  return { terms: terms.filter(({ words }) => words.length > 0), filters: [] }
}

/** The code that measures, to be run in a page. */
export async function searchScript(): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    root,
    build: {
      write: false,
      lib: {
        entry: join(root, 'scripts/bench/search-in-page.ts'),
        formats: ['iife'],
        name: 'searchInPage',
      },
    },
  })
  const [output] = Array.isArray(result) ? result : [result]
  const chunk = output !== undefined && 'output' in output ? output.output[0] : undefined
  if (chunk === undefined) throw new Problem('What measures the search could not be built.')
  return chunk.code
}

interface AlarmsApi {
  readonly chrome: {
    readonly alarms: { create(name: string, when: { when: number }): Promise<void> }
  }
}

/**
 * Lets the worker index the database again, which was filled without it.
 *
 * @param page of the extension
 * @returns how long that took, in milliseconds
 */
export async function buildIndex(page: Page, worker: Worker): Promise<number> {
  await page.evaluate(forgetIndex)
  const start = performance.now()
  // The worker then goes on with what it has to do.
  await worker.evaluate(() =>
    (globalThis as unknown as AlarmsApi).chrome.alarms.create('sync', { when: Date.now() }),
  )
  await until('the index is whole', 600, () => page.evaluate(isIndexed))
  return performance.now() - start
}

function forgetIndex(): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('dogear')
    request.onerror = () => reject(request.error)
    request.onsuccess = () => {
      const transaction = request.result.transaction('indexStates', 'readwrite')
      transaction.objectStore('indexStates').clear()
      transaction.onabort = () => reject(transaction.error)
      transaction.oncomplete = () => {
        request.result.close()
        resolve()
      }
    }
  })
}

function isIndexed(): Promise<true | undefined> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('dogear')
    request.onerror = () => reject(request.error)
    request.onsuccess = () => {
      const reading = request.result
        .transaction('indexStates')
        .objectStore('indexStates')
        .get('search')
      reading.onsuccess = () => {
        request.result.close()
        resolve(reading.result?.isScanned === true ? true : undefined)
      }
    }
  })
}

/**
 * Opens a page of the extension, and searches there as somebody who types.
 *
 * @param script what `searchScript` gives
 * @param address of the page
 */
export async function measureSearch(
  context: BrowserContext,
  script: string,
  address: string,
): Promise<SearchRun> {
  const page = await context.newPage()
  await page.goto(address)
  await page.evaluate(script)
  const run = await page.evaluate(
    (queries) =>
      (
        globalThis as unknown as { measureSearch(queries: readonly Query[]): Promise<SearchRun> }
      ).measureSearch(queries),
    keystrokes(),
  )
  await page.close()
  if (run.indexed < 1 || run.found === 0) throw new Problem('The search index is not whole.')
  return run
}
