import type { Entry } from '../../papers/entry'
import type { PaperId } from '../../papers/paper-id'
import { toggledSave } from '../../papers/save-toggle'
import type { DogearDatabase } from '../database'
import { editEntry } from './entries'
import { tablesOfChange } from './journal'
import { getEntries } from './stored-entries'

/**
 * Saves a paper from where its status can't be seen, such as a menu or a notification: a paper that is saved, being
 * read or read keeps its status. Reads and writes in one transaction.
 *
 * @param paperId the paper's id, or one of its aliases
 * @param now milliseconds since the epoch
 * @returns the entry as it is now stored
 */
export function savePaper(db: DogearDatabase, paperId: PaperId, now: number): Promise<Entry> {
  return db.transaction('rw', tablesOfChange(db), async () => {
    const stored = (await getEntries(db, [paperId])).get(paperId)
    const isKept = stored !== undefined && toggledSave(stored.status) !== 'saved'
    return isKept ? stored : editEntry(db, { paperId, status: 'saved' }, now)
  })
}
