import { backedUpTables } from '../db/database'
import { settleTrouble } from '../db/user-data/backup-states'
import { eraseAll } from '../db/user-data/erase'
import { mergedTables, mergeUserData } from '../db/user-data/merge-user-data'
import type { UserData } from '../db/user-data/read-user-data'
import { isBackedUp, noUserRows, type UserRows } from '../db/user-data/user-rows'
import { FailureError } from '../errors/failure'
import type { Paper } from '../papers/paper'
import type { BackupInput } from './back-up'
import { chunkNames, tableOfChunk } from './chunks'
import {
  type KeyValueStore,
  type Manifest,
  readChunks,
  readManifests,
  removeBackups,
} from './generations'

export interface Restored {
  /** How many entries the backup has. */
  readonly entries: number
  /** How many parts of the backup could not be read, not even in the backup before it. */
  readonly damaged: number
  /** How many rows of its other parts were none, or were too much to be merged with what is there. */
  readonly refused: number
}

/**
 * Puts what the last backup has into the database, in one transaction, and merges it with what was made there
 * since. From then on the database is backed up again.
 *
 * @param prepare what has to be done first, once it is sure that there is a backup
 * @throws the failure `no-backup` where there is none
 */
export async function restore(
  { db, store, now, newId }: BackupInput,
  prepare: () => Promise<void> = async () => {},
): Promise<Restored> {
  const backup = await readBackup(store)
  if (backup === undefined) {
    throw new FailureError({ code: 'no-backup', message: 'There is no backup that is whole' })
  }
  const { data, manifest, damaged } = backup
  await prepare()
  const counts = await db.transaction('rw', [...mergedTables, 'backupStates'], async () => {
    const merged = await mergeUserData(db, data)
    await settleTrouble(db, manifest.databaseId, newId(), now)
    return merged.counts
  })
  const notMerged = Object.values(counts).reduce((sum, { refused }) => sum + refused, 0)
  return { entries: data.rows.entries.length, damaged, refused: backup.refused + notMerged }
}

/** The user wants the database as it is. The next backup replaces the one that there was. */
export async function leaveAsItIs({ db, store, now, newId }: BackupInput): Promise<void> {
  const [newest] = await readManifests(store)
  await settleTrouble(db, newest?.databaseId, newId(), now)
}

/** The newest backup, with those of its parts that are damaged taken from the one before. */
async function readBackup(
  store: KeyValueStore,
): Promise<(Omit<Restored, 'entries'> & { data: UserData; manifest: Manifest }) | undefined> {
  const [newest, older] = await readManifests(store)
  if (newest === undefined) return undefined
  const rows = noUserRows()
  const papers: Paper[] = []
  let damaged = 0
  let refused = 0
  const chunks = await readChunks(store, newest, Object.keys(newest.chunks))
  for (const [name, whole] of chunks) {
    const chunk = whole ?? (older && (await readChunks(store, older, [name])).get(name))
    const table = tableOfChunk(name)
    if (chunk === undefined || !isBackedUp(table)) {
      damaged += 1
      continue
    }
    refused += chunk.refused
    rows[table].push(...chunk.rows)
    papers.push(...chunk.papers)
  }
  const data = { rows: rows as UserRows, papers }
  return { data, manifest: newest, damaged, refused }
}

/**
 * Erases everything: first the backups, then the database. A kill in between leaves the database as it was.
 *
 * @returns how many entries there were
 */
export async function erase({ db, store }: Pick<BackupInput, 'db' | 'store'>): Promise<number> {
  await removeBackups(store, backedUpTables.flatMap(chunkNames))
  return eraseAll(db)
}
