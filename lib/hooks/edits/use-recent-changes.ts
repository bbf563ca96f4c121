import {
  findChange,
  type JournalRow,
  recentChanges,
  type ToldChange,
} from '../../db/entries/journal'
import { useDatabase } from '../use-database'
import { type Live, useLiveQuery } from '../use-live-query'

export { journalLimit, movingOf, type ToldChange } from '../../db/entries/journal'

/** What the user changed, the newest first; what was undone stays among it until there is a new change. */
export function useRecentChanges(): Live<readonly ToldChange[]> {
  const db = useDatabase()
  return useLiveQuery(() => recentChanges(db), [db])
}

/** A change by its id; undefined as well where the journal has none, or no longer. */
export function useChange(id: string): JournalRow | undefined {
  const db = useDatabase()
  const live = useLiveQuery(() => findChange(db, id), [db, id])
  return live.state === 'ready' ? live.value : undefined
}
