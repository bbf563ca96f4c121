import { openDatabase } from '../../lib/db/database'
import { openFinder } from '../../lib/search/finder'
import type { Query } from '../../lib/search/query'

/*
 * Runs in a page of the extension, whose database it reads. The popup loads the same code when the user begins to
 * search.
 */

export interface SearchRun {
  /** From 0 to 1. */
  readonly indexed: number
  /** Until the first query can be asked, in milliseconds. */
  readonly ready: number
  /** Of each query, in milliseconds. */
  readonly times: readonly number[]
  /** How many papers were found, in all. */
  readonly found: number
}

/** As many as the popup shows at first. */
const shown = 50

Object.assign(globalThis, {
  async measureSearch(queries: readonly Query[]): Promise<SearchRun> {
    const start = performance.now()
    const db = openDatabase()
    const finder = await openFinder(db)
    const ready = performance.now() - start
    const times: number[] = []
    let found = 0
    for (const query of queries) {
      const asked = performance.now()
      const { total } = await finder.find(query, shown)
      times.push(performance.now() - asked)
      found += total
    }
    db.close()
    return { indexed: finder.indexed, ready, times, found }
  },
})
