import type { DogearDatabase } from '../../db/database'
import { getWatches } from '../../db/entries/watches'
import type { Watch } from '../../papers/watch'

/**
 * The watches as they are stored by now: each query on the screen hears of the last change in its own time.
 *
 * @returns `shown` where they can't be read
 */
export function storedWatches(
  db: DogearDatabase,
  shown: readonly Watch[],
): Promise<readonly Watch[]> {
  return getWatches(db).catch(() => shown)
}
