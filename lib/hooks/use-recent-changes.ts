import type { DogearDatabase } from '../db/database'
import { recentChanges, type ToldChange } from '../db/journal'
import { type Live, useLiveQuery } from './use-live-query'

export { journalLimit, type ToldChange } from '../db/journal'

/** What the user changed, the newest first; what was undone stays among it until there is a new change. */
export function useRecentChanges(db: DogearDatabase): Live<readonly ToldChange[]> {
  return useLiveQuery(() => recentChanges(db), [db])
}
