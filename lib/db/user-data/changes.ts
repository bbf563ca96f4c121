import { liveQuery } from 'dexie'
import type { DogearDatabase } from '../database'
import type { ChangeRow } from '../rows'

/** Which rows of the user's have changed since the last backup, the first change first. */
export function readChanges(db: DogearDatabase): Promise<ChangeRow[]> {
  return db.changes.orderBy('number').toArray()
}

/**
 * Calls back as soon as there is a change that is not in the backup, and with each further one, from any page.
 * What can't be read is tried again with the next change.
 */
export function observeUserData(db: DogearDatabase, onChange: () => void): void {
  liveQuery(async () => (await db.changes.orderBy('number').last())?.number).subscribe({
    next: (last) => {
      if (last !== undefined) onChange()
    },
    error: () => {},
  })
}
