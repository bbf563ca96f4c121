import { useCallback } from 'preact/hooks'
import { getWatches } from '../../db/entries/watches'
import type { Watch } from '../../papers/watch'
import { useDatabase } from '../use-database'

/**
 * Reads the watches as they are stored by now: each query on the screen hears of the last change in its own time.
 *
 * @returns a function that gives `shown` where they can't be read
 */
export function useStoredWatches(): (shown: readonly Watch[]) => Promise<readonly Watch[]> {
  const db = useDatabase()
  return useCallback((shown) => getWatches(db).catch(() => shown), [db])
}
