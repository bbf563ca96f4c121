import { getWatches } from '../../db/entries/watches'
import { type RecentPapers, readRecentPapers } from '../../db/lists/recent-papers'
import type { Watch } from '../../papers/watch'
import { useDatabase } from '../use-database'
import { type Live, useLiveQuery } from '../use-live-query'

/** All watches, and what they can be tried on. */
export interface WatchFacts {
  readonly watches: readonly Watch[]
  readonly recent: RecentPapers
}

export function useWatches(): Live<WatchFacts> {
  const db = useDatabase()
  return useLiveQuery(async () => {
    const [watches, recent] = await Promise.all([getWatches(db), readRecentPapers(db)])
    return { watches, recent }
  }, [db])
}
