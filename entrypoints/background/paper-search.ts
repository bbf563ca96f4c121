import type { DogearDatabase } from '../../lib/db/database'
import type { ListedPaper } from '../../lib/sources/source'
import { searchPapers } from '../../lib/sync/search-papers'

export interface PaperSearch {
  /** Papers at Hugging Face that fit these words. A search that is still under way is cancelled. */
  find(words: string): Promise<readonly ListedPaper[]>
  /** Cancels the search that is under way: its caller gets the failure `cancelled`. */
  cancel(): void
}

export function createPaperSearch(db: DogearDatabase): PaperSearch {
  let running = new AbortController()

  function cancel(): void {
    running.abort()
    running = new AbortController()
  }

  return {
    find(words) {
      cancel()
      const { signal } = running
      return searchPapers(words, { db, fetch: fetch.bind(globalThis), now: Date.now(), signal })
    },
    cancel,
  }
}
