import { watchLimits } from '../../papers/limits'
import { applyWatchChange, findWatch, type Watch, type WatchChange } from '../../papers/watch'
import { once } from '../applied'
import type { DogearDatabase } from '../database'
import type { Readable } from '../readable'

/** All watches, the oldest first, in one call. */
export async function getWatches(db: Readable): Promise<Watch[]> {
  const watches = await db.watches.toArray()
  return watches.sort((one, other) => one.createdAt - other.createdAt)
}

/**
 * Stores a new watch, or one that was removed. The same one is stored once, and one that asks the same as another
 * is not stored.
 *
 * @param messageId of the message that asks for it
 * @returns the one that there is then
 * @throws where there are as many as there can be
 */
export function addWatch(db: DogearDatabase, watch: Watch, messageId?: string): Promise<Watch> {
  return db.transaction('rw', db.watches, db.applied, async () =>
    once(db, messageId, async () => {
      const watches = await db.watches.toArray()
      const same = watches.find(({ id }) => id === watch.id) ?? findWatch(watches, watch.question)
      if (same !== undefined) return same
      if (watches.length >= watchLimits.watches)
        throw new Error(`There are ${watchLimits.watches} watches, and can be no more`)
      const added = applyWatchChange(watch, {})
      await db.watches.add(added)
      return added
    }),
  )
}

/**
 * Changes a watch by field.
 *
 * @param messageId of the message that asks for it
 * @returns it before and after; undefined where it is no longer there
 */
export function changeWatch(
  db: DogearDatabase,
  id: string,
  change: WatchChange,
  messageId?: string,
): Promise<{ readonly before: Watch; readonly after: Watch } | undefined> {
  return db.transaction('rw', db.watches, db.applied, async () =>
    once(db, messageId, async () => {
      const before = await db.watches.get(id)
      if (before === undefined) return undefined
      const after = applyWatchChange(before, change)
      await db.watches.put(after)
      return { before, after }
    }),
  )
}

/**
 * @param messageId of the message that asks for it
 * @returns what was removed; undefined where it was not there
 */
export function removeWatch(
  db: DogearDatabase,
  id: string,
  messageId?: string,
): Promise<Watch | undefined> {
  return db.transaction('rw', db.watches, db.applied, async () =>
    once(db, messageId, async () => {
      const watch = await db.watches.get(id)
      await db.watches.delete(id)
      return watch
    }),
  )
}
